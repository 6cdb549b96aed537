using Slipway.Machinery.Objects;

namespace Slipway.Runtime.Informers;

/// <summary>A collection as it was lately, kept current by a watch. Safe for concurrent use.</summary>
public interface IInformer
{
    /// <summary>The version of the kind it shows.</summary>
    ResourceType Type { get; }

    /// <summary>Which part of the collection it shows.</summary>
    InformerScope Scope { get; }

    /// <summary>What it is doing.</summary>
    InformerState State { get; }

    /// <summary>Whether it has shown the whole collection at least once.</summary>
    bool HasSynced { get; }

    /// <summary>The revision that it shows; 0 before the first list.</summary>
    long Revision { get; }

    /// <summary>How many objects it shows.</summary>
    int Count { get; }

    /// <summary>Waits until the whole collection was listed once and every subscriber has heard of it.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    Task WaitForSyncAsync(CancellationToken cancellation);

    /// <summary>
    /// Waits until the snapshot shows a revision and every subscriber has heard of it. An informer with a label or field
    /// selector may not get there before the next bookmark or list; without one, the revision of a write to its kind
    /// always comes.
    /// </summary>
    /// <param name="revision">The resource version of a write to this kind.</param>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask WaitForRevisionAsync(long revision, CancellationToken cancellation);

    /// <summary>Lists the collection afresh.</summary>
    /// <returns>Ends when a list that began after this call is shown.</returns>
    /// <param name="cancellation">Ends the wait, not the list.</param>
    Task RelistAsync(CancellationToken cancellation);
}
