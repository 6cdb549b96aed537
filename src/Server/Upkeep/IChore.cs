using Slipway.Server.Watching;

namespace Slipway.Server.Upkeep;

/// <summary>One kind of upkeep: learns from changes what is to be done, and does it one subject at a time.</summary>
internal interface IChore
{
    /// <summary>Its name in the queue and in logs.</summary>
    string Name { get; }

    /// <summary>Hears of a change and puts into the queue what follows from it. Called by the feed: short, without blocking.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="change">The change.</param>
    /// <param name="queue">Where work goes.</param>
    void Changed(KindCache kind, CacheEvent change, ChoreQueue queue);

    /// <summary>Does what is to be done about one subject; may be called with nothing left to do.</summary>
    /// <param name="subject">What was put into the queue.</param>
    /// <param name="queue">For what is to be done later.</param>
    /// <param name="cancellation">The server ends.</param>
    ValueTask RunAsync(string subject, ChoreQueue queue, CancellationToken cancellation);
}
