using Slipway.Api.Conditions;
using Slipway.Api.Core.MachineHealthChecks;
using Slipway.Controllers.Shared;
using Slipway.Machinery.Objects;

namespace Slipway.Controllers.MachineHealthChecks;

/// <summary>The status of a MachineHealthCheck; one function for each condition.</summary>
internal static class Report
{
    /// <summary>The whole status.</summary>
    /// <param name="view">What is.</param>
    /// <param name="plan">What is to be written.</param>
    public static MachineHealthCheckStatus Make(View view, Plan plan) => view.Check.Status with
    {
        ObservedGeneration = view.Check.Metadata.Generation,
        ExpectedMachines = view.Targets.Count,
        CurrentHealthy = plan.Healthy,
        RemediationsAllowed = plan.Allowance.Remaining,
        Targets = Same.Or(view.Check.Status.Targets, [.. view.Targets.Select(t => t.Machine.Metadata.Name).Order(StringComparer.Ordinal)]),
        Conditions = view.Check.Status.Conditions.With([RemediationAllowed(view, plan)], view.Now, view.Check.Metadata.Generation),
    };

    internal static Condition RemediationAllowed(View view, Plan plan) =>
        view.Cluster is null
            ? Facts.Unknown(
                ConditionTypes.RemediationAllowed,
                Reasons.InspectionFailed,
                $"There is no Cluster {view.Check.Spec.ClusterName} in namespace {view.Check.Metadata.Namespace}: create it, or correct spec.clusterName")
            : plan.Allowance.Allowed
                ? Facts.True(ConditionTypes.RemediationAllowed, MachineReasons.RemediationAllowed)
                : Facts.False(ConditionTypes.RemediationAllowed, MachineReasons.TooManyUnhealthy, plan.Allowance.Message);
}
