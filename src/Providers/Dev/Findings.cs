using Slipway.Api.Conditions;
using Slipway.Api.Core;
using Slipway.Api.Core.Clusters;
using Slipway.Machinery.Objects;

namespace Slipway.Providers.Dev;

/// <summary>From findings to conditions. Pure.</summary>
internal static class Findings
{
    /// <summary>Sets the findings and the <c>Ready</c> that sums them up.</summary>
    /// <param name="conditions">The object's conditions.</param>
    /// <param name="findings">What was found.</param>
    /// <param name="meta">The object's metadata.</param>
    /// <param name="now">The present time.</param>
    public static IReadOnlyList<Condition> Apply(IReadOnlyList<Condition> conditions, IReadOnlyList<Finding> findings, ObjectMeta meta, DateTimeOffset now)
    {
        foreach (var finding in findings)
        {
            conditions = Set(conditions, finding, meta, now);
        }

        var rules = new SummaryRules { Types = [.. findings.Select(f => f.Type)] };
        return ConditionSet.Set(conditions, ConditionSummary.Of(ConditionTypes.Ready, conditions, rules), now, meta.Generation);
    }

    /// <summary>Sets one finding.</summary>
    /// <param name="conditions">The object's conditions.</param>
    /// <param name="finding">What was found.</param>
    /// <param name="meta">The object's metadata.</param>
    /// <param name="now">The present time.</param>
    public static IReadOnlyList<Condition> Set(IReadOnlyList<Condition> conditions, Finding finding, ObjectMeta meta, DateTimeOffset now) =>
        ConditionSet.Set(
            conditions,
            new Condition { Type = finding.Type, Status = finding.Status, Reason = finding.Reason, Message = finding.Message },
            now,
            meta.Generation);

    /// <summary>Whether somebody paused the object or its Cluster.</summary>
    /// <param name="meta">The object's metadata.</param>
    /// <param name="cluster">The Cluster; null where it is gone.</param>
    /// <returns>The <c>Paused</c> condition.</returns>
    public static Finding Paused(ObjectMeta meta, Cluster? cluster)
    {
        var reasons = new List<string>(2);
        if (cluster?.Spec.Paused == true)
        {
            reasons.Add("Cluster spec.paused is set to true");
        }

        if (meta.Annotations.ContainsKey(Annotations.Paused))
        {
            reasons.Add($"the {Annotations.Paused} annotation is set");
        }

        return reasons.Count > 0
            ? new Finding(ConditionTypes.Paused, ConditionSet.True, Reasons.Paused, string.Join(", ", reasons))
            : new Finding(ConditionTypes.Paused, ConditionSet.False, Reasons.NotPaused);
    }
}
