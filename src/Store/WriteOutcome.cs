namespace Slipway.Store;

/// <summary>What became of a write.</summary>
/// <param name="Result">What happened.</param>
/// <param name="Revision">The write's own revision where it was committed, else 0.</param>
/// <param name="Current">What is stored instead, for <see cref="WriteResult.Exists"/> and <see cref="WriteResult.Changed"/>.</param>
/// <param name="Why">Why nothing can be written, for <see cref="WriteResult.Unavailable"/> and <see cref="WriteResult.Unknown"/>.</param>
public readonly record struct WriteOutcome(WriteResult Result, long Revision, StoredValue? Current, string? Why)
{
    /// <summary>Whether the write is durable.</summary>
    public bool IsCommitted => Result == WriteResult.Committed;

    internal static WriteOutcome Committed(long revision) => new(WriteResult.Committed, revision, null, null);

    internal static WriteOutcome Refused(WriteResult result, StoredValue? current) => new(result, 0, current, null);

    internal static WriteOutcome Unknown(string why) => new(WriteResult.Unknown, 0, null, why);

    internal static WriteOutcome Unavailable(string why) => new(WriteResult.Unavailable, 0, null, why);
}
