namespace Slipway.Store.Sqlite;

/// <summary>A write, or the wish to compact, that waits for its answer.</summary>
/// <param name="request">The write; nothing where compaction is wished.</param>
internal sealed class PendingWrite(WriteRequest request)
    : TaskCompletionSource<WriteOutcome>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    /// <summary>The write.</summary>
    public WriteRequest Request => request;

    /// <summary>Compact up to here; null for a write.</summary>
    public long? CompactTo { get; init; }
}
