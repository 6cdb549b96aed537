using Slipway.Machinery.Objects;

namespace Slipway.Api.Conditions;

/// <summary>A condition that repeats one of another object, for example a Machine's InfrastructureReady.</summary>
public static class ConditionMirror
{
    /// <summary>Repeats a condition under another type.</summary>
    /// <param name="type">The type of the mirror.</param>
    /// <param name="sourceType">The type of the other object's condition.</param>
    /// <param name="conditions">The other object's conditions.</param>
    /// <param name="fallback">What to say where the other object has no such condition; null for "not yet reported".</param>
    /// <returns>The mirror, with the other condition's transition time; <see cref="ConditionSet.Set"/> adds the rest.</returns>
    public static Condition Of(string type, string sourceType, IReadOnlyList<Condition> conditions, Condition? fallback)
    {
        var source = ConditionSet.Get(conditions, sourceType)
            ?? fallback
            ?? ConditionMerge.Missing(sourceType, $"Condition {sourceType} not yet reported");
        return source with
        {
            Type = type,
            Reason = source.Reason.Length > 0 ? source.Reason : Reasons.NoReasonReported,
            ObservedGeneration = null,
        };
    }
}
