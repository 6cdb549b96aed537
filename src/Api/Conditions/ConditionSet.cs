using Slipway.Machinery.Objects;

namespace Slipway.Api.Conditions;

/// <summary>Pure functions over the conditions of one object. Lists are never changed; where nothing differs, the same list comes back.</summary>
public static class ConditionSet
{
    /// <summary>The status of a condition that holds.</summary>
    public const string True = "True";

    /// <summary>The status of a condition that does not hold.</summary>
    public const string False = "False";

    /// <summary>The status of a condition of which it is not known whether it holds.</summary>
    public const string Unknown = "Unknown";

    /// <summary>The condition of a type, or null where there is none.</summary>
    /// <param name="conditions">The object's conditions.</param>
    /// <param name="type">The type.</param>
    public static Condition? Get(IReadOnlyList<Condition> conditions, string type)
    {
        ArgumentNullException.ThrowIfNull(conditions);
        for (var at = 0; at < conditions.Count; at++)
        {
            if (conditions[at].Type == type)
            {
                return conditions[at];
            }
        }

        return null;
    }

    /// <summary>Whether there is a condition of the type and it holds.</summary>
    /// <param name="conditions">The object's conditions.</param>
    /// <param name="type">The type.</param>
    public static bool IsTrue(IReadOnlyList<Condition> conditions, string type) => Get(conditions, type) is { Status: True };

    /// <summary>Whether there is a condition of the type and it does not hold.</summary>
    /// <param name="conditions">The object's conditions.</param>
    /// <param name="type">The type.</param>
    public static bool IsFalse(IReadOnlyList<Condition> conditions, string type) => Get(conditions, type) is { Status: False };

    /// <summary>Whether there is no condition of the type, or it is unknown.</summary>
    /// <param name="conditions">The object's conditions.</param>
    /// <param name="type">The type.</param>
    public static bool IsUnknown(IReadOnlyList<Condition> conditions, string type) => Get(conditions, type) is null or { Status: Unknown };

    /// <summary>
    /// The conditions with one set. Its transition time is the present one where the status is the same, else its own where
    /// that is set (a mirrored one), else now.
    /// </summary>
    /// <param name="conditions">The object's conditions.</param>
    /// <param name="condition">The condition to set.</param>
    /// <param name="now">The present time; fractions of a second are dropped.</param>
    /// <param name="generation">The object's generation that the condition was computed from.</param>
    /// <returns>The conditions in their fixed order.</returns>
    public static IReadOnlyList<Condition> Set(IReadOnlyList<Condition> conditions, Condition condition, DateTimeOffset now, long generation)
    {
        ArgumentNullException.ThrowIfNull(conditions);
        ArgumentNullException.ThrowIfNull(condition);
        var present = Get(conditions, condition.Type);
        var since = present?.Status == condition.Status ? present.LastTransitionTime
            : condition.LastTransitionTime == default ? now : condition.LastTransitionTime;
        var next = condition with
        {
            LastTransitionTime = ToSecond(since),
            ObservedGeneration = generation > 0 ? generation : condition.ObservedGeneration,
        };
        if (next == present)
        {
            return conditions;
        }

        var list = new List<Condition>(conditions.Count + 1);
        foreach (var other in conditions)
        {
            if (other.Type != condition.Type)
            {
                list.Add(other);
            }
        }

        list.Add(next);
        list.Sort(ConditionOrder.Compare);
        return list;
    }

    /// <summary>The conditions without those of a type.</summary>
    /// <param name="conditions">The object's conditions.</param>
    /// <param name="type">The type.</param>
    public static IReadOnlyList<Condition> Without(IReadOnlyList<Condition> conditions, string type) =>
        Get(conditions, type) is null ? conditions : [.. conditions.Where(c => c.Type != type)];

    private static DateTimeOffset ToSecond(DateTimeOffset time) =>
        new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
}
