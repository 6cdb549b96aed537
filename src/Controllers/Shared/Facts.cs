using Slipway.Api.Conditions;
using Slipway.Machinery.Objects;

namespace Slipway.Controllers.Shared;

/// <summary>Conditions as reports make them, without times, and the list they are gathered in.</summary>
internal static class Facts
{
    /// <summary>A condition that holds.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="reason">Why, for programs.</param>
    /// <param name="message">Why, for people.</param>
    public static Condition True(string type, string reason, string message = "") =>
        new() { Type = type, Status = ConditionSet.True, Reason = reason, Message = message };

    /// <summary>A condition that does not hold.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="reason">Why, for programs.</param>
    /// <param name="message">Why, for people.</param>
    public static Condition False(string type, string reason, string message = "") =>
        new() { Type = type, Status = ConditionSet.False, Reason = reason, Message = message };

    /// <summary>A condition of which it is not known whether it holds.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="reason">Why, for programs.</param>
    /// <param name="message">Why, for people.</param>
    public static Condition Unknown(string type, string reason, string message = "") =>
        new() { Type = type, Status = ConditionSet.Unknown, Reason = reason, Message = message };

    /// <summary>Conditions with others set, in their fixed order.</summary>
    /// <param name="present">The object's conditions.</param>
    /// <param name="facts">What to set; nothing is done for null.</param>
    /// <param name="now">The present time.</param>
    /// <param name="generation">The object's generation.</param>
    public static IReadOnlyList<Condition> With(
        this IReadOnlyList<Condition> present, IEnumerable<Condition?> facts, DateTimeOffset now, long generation)
    {
        foreach (var fact in facts)
        {
            if (fact is not null)
            {
                present = ConditionSet.Set(present, fact, now, generation);
            }
        }

        return present;
    }
}
