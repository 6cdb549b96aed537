namespace Slipway.Store;

/// <summary>
/// Values under keys on one line of revisions. A write is answered after it is durable; every write has its own revision,
/// one higher than the write before. Refusals are outcomes. Keys are in ordinal order. Safe for concurrent use.
/// </summary>
public interface IStore : IAsyncDisposable
{
    /// <summary>The newest durable revision that this process knows of; 0 where nothing was ever written.</summary>
    long Revision { get; }

    /// <summary>Reads and watches reach back to this revision, no further; as far as this process knows, where others compact too.</summary>
    long CompactedRevision { get; }

    /// <summary>Why the store cannot be followed just now; null where nothing is wrong, and always where it is in this process.</summary>
    string? Fault => null;

    /// <summary>
    /// The newest durable revision at some moment during the call, whoever wrote it: no write that was acknowledged anywhere
    /// before the call is newer. At once where only this process writes.
    /// </summary>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    ValueTask<long> NewestAsync(CancellationToken cancellation);

    /// <summary>Writes or deletes one key.</summary>
    /// <param name="request">What to write, and under which condition. The store owns the value from now on.</param>
    /// <param name="cancellation">Ends the wait; the write may happen all the same.</param>
    ValueTask<WriteOutcome> WriteAsync(WriteRequest request, CancellationToken cancellation);

    /// <summary>Reads the newest value of a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>The value, or null where there is none.</returns>
    /// <exception cref="StoreCorruptException">What is stored is not what was written.</exception>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    ValueTask<StoredValue?> GetAsync(string key, CancellationToken cancellation);

    /// <summary>Reads the values under a prefix at one revision.</summary>
    /// <param name="request">Which ones.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="StoreCorruptException">What is stored is not what was written.</exception>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    ValueTask<RangeOutcome> RangeAsync(RangeRequest request, CancellationToken cancellation);

    /// <summary>
    /// Follows every change under a prefix strictly after a revision, in order, none left out, none twice, none before it
    /// is durable. A reader that falls too far behind, or asks for what is compacted, gets one last event that says so.
    /// </summary>
    /// <param name="prefix">The prefix; empty for everything.</param>
    /// <param name="afterRevision">The revision that is known already.</param>
    /// <param name="cancellation">Ends the watch.</param>
    IAsyncEnumerable<StoreEvent> WatchAsync(string prefix, long afterRevision, CancellationToken cancellation);

    /// <summary>
    /// Forgets what was replaced or deleted at or before a revision. Where that cannot be done now (a full disk), nothing is
    /// forgotten and <see cref="CompactedRevision"/> stays.
    /// </summary>
    /// <param name="revision">At most <see cref="Revision"/>; an older call's revision does nothing.</param>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask CompactAsync(long revision, CancellationToken cancellation);
}
