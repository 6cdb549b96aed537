using System.Collections.Concurrent;
using Slipway.Api.Conditions;
using Slipway.Machinery.Objects;

namespace Slipway.Controllers.Shared;

/// <summary>
/// Holds back writes of a status in which no condition has become true or ceased to be: while a cluster comes up, reasons
/// and summaries of summaries would otherwise be written many times a second. What programs decide by is never held back.
/// Safe for concurrent use.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class StatusPace(TimeProvider time)
{
    /// <summary>What a held back write waits for, for people.</summary>
    public const string Reason = "only the reasons of conditions have changed; they are written together with what follows";

    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(500);
    private readonly ConcurrentDictionary<ObjectKey, long> _written = new();

    /// <summary>Whether the write should wait, and how long.</summary>
    /// <param name="key">The object.</param>
    /// <param name="facts">The conditions as they are and as they are to be.</param>
    /// <param name="isNews">Whether something beside the conditions has changed that programs decide by.</param>
    /// <returns>The wait, or null to write now; that counts as written.</returns>
    public TimeSpan? Wait(ObjectKey key, (IReadOnlyList<Condition> Present, IReadOnlyList<Condition> Wanted) facts, bool isNews)
    {
        var now = time.GetTimestamp();
        if (_written.TryGetValue(key, out var last) && Window - time.GetElapsedTime(last, now) is var left && left > TimeSpan.Zero
            && SameTruths(facts.Present, facts.Wanted) && !isNews)
        {
            return left;
        }

        _written[key] = now;
        return null;
    }

    /// <summary>Forgets an object that is gone.</summary>
    /// <param name="key">The object.</param>
    public void Forget(ObjectKey key) => _written.TryRemove(key, out _);

    private static bool SameTruths(IReadOnlyList<Condition> present, IReadOnlyList<Condition> wanted) =>
        ReferenceEquals(present, wanted) || present.Select(c => (c.Type, c.Status == ConditionSet.True)).SequenceEqual(wanted.Select(c => (c.Type, c.Status == ConditionSet.True)));
}
