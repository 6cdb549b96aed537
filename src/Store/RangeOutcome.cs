namespace Slipway.Store;

/// <summary>What a range found.</summary>
/// <param name="Result">Whether it could be read.</param>
/// <param name="Values">The values in the order of their keys (ordinal).</param>
/// <param name="Revision">The revision that is shown.</param>
/// <param name="Remaining">How many more follow beyond the limit.</param>
public sealed record RangeOutcome(RangeResult Result, IReadOnlyList<StoredValue> Values, long Revision, long Remaining)
{
    internal static RangeOutcome Refused(RangeResult result, long revision) => new(result, [], revision, 0);
}
