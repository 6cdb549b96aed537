using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;

namespace Slipway.Runtime.Informers;

/// <summary>An informer that knows which of this program's own writes it must still show.</summary>
internal interface ITrackedInformer : IInformer
{
    /// <summary>Whether a write noted here is not shown yet.</summary>
    bool IsBehind { get; }

    /// <summary>How many wait for it to show something.</summary>
    int Waiters { get; }

    /// <summary>Notes a write whose answer carried a revision.</summary>
    /// <param name="namespace">Where the object is.</param>
    /// <param name="revision">Its revision after the write.</param>
    /// <param name="stored">The object after the write; asked for only where a selector must be tried.</param>
    void NoteWritten(string @namespace, long revision, Lazy<Unstructured> stored);

    /// <summary>Notes a deletion whose answer carried no object.</summary>
    /// <param name="key">The object.</param>
    /// <param name="uid">Its uid; empty where it is not known.</param>
    void NoteDeleted(ObjectKey key, string uid);

    /// <summary>Waits until every write noted so far is shown: first for the watch, then by a fresh list.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="TimeoutException">Not even a fresh list came in time.</exception>
    Task CatchUpAsync(CancellationToken cancellation);

    /// <summary>Follows the collection until the end.</summary>
    /// <param name="stop">Ends it.</param>
    Task RunAsync(CancellationToken stop);
}
