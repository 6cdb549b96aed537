using Slipway.Api.Conditions;
using Slipway.Api.Core;
using Slipway.Api.Core.MachineDeployments;
using Slipway.Controllers.Shared;
using Slipway.Machinery.Objects;
using Slipway.Machinery.Selectors;

namespace Slipway.Controllers.MachineDeployments;

/// <summary>The status of a MachineDeployment; one function for each condition.</summary>
internal static class Report
{
    /// <summary>The whole status.</summary>
    /// <param name="view">What is.</param>
    /// <param name="plan">What is to be written.</param>
    public static MachineDeploymentStatus Make(View view, Plan plan)
    {
        var deployment = view.Deployment;
        var current = plan.Current is { Metadata.Uid.Length: > 0 } found ? view.Sets.FirstOrDefault(s => s.Metadata.Uid == found.Metadata.Uid) : null;
        var status = deployment.Status with
        {
            ObservedGeneration = deployment.Metadata.Generation,
            Selector = LabelQuery.From(deployment.Spec.Selector).ToString(),
            Replicas = view.Sets.Sum(s => s.Status.Replicas ?? 0),
            ReadyReplicas = view.Sets.Sum(s => s.Status.ReadyReplicas ?? 0),
            AvailableReplicas = view.Sets.Sum(s => s.Status.AvailableReplicas ?? 0),
            UpToDateReplicas = current?.Status.UpToDateReplicas ?? 0,
            Versions = Same.Or(deployment.Status.Versions, MachineReports.Versions(view.Machines)),
        };
        status = status with { Phase = Phase(view, status) };
        return status with
        {
            Conditions = status.Conditions.With(
                [
                    Available(view, status),
                    MachineReports.Ready(ConditionTypes.MachinesReady, view.Machines),
                    MachineReports.UpToDate(ConditionTypes.MachinesUpToDate, view.Machines, view.Now),
                    RollingOut(view, plan),
                    ScalingUp(view, plan, status),
                    ScalingDown(view, status),
                    MachineReports.Remediating(view.Machines),
                    Deleting(view),
                ],
                view.Now,
                deployment.Metadata.Generation),
        };
    }

    internal static Condition Available(View view, MachineDeploymentStatus status)
    {
        if (view.Deployment.Metadata.IsDeleting)
        {
            return Facts.False(ConditionTypes.Available, Reasons.NotAvailable, "Deletion in progress");
        }

        var limits = Plan.Limits(view.Deployment);
        var least = view.Desired - limits.MaxUnavailable;
        if (status.AvailableReplicas >= least)
        {
            return Facts.True(ConditionTypes.Available, Reasons.Available);
        }

        var why = limits.MaxUnavailable > 0 ? $" (spec.replicas is {view.Desired}, of which {limits.MaxUnavailable} may be unavailable)" : "";
        return Facts.False(
            ConditionTypes.Available, Reasons.NotAvailable, $"{Prose.Count(status.AvailableReplicas ?? 0, "available replica")}, at least {least} required{why}");
    }

    internal static Condition RollingOut(View view, Plan plan)
    {
        if (view.Deployment.Metadata.IsDeleting)
        {
            return Facts.False(ConditionTypes.RollingOut, Reasons.NotRollingOut);
        }

        var old = view.Sets.Where(s => s.Metadata.Name != plan.Current?.Metadata.Name && (s.Status.Replicas ?? 0) > 0).ToList();
        if (old.Count == 0)
        {
            return plan.Blocked.Length > 0 && plan.Current is null
                ? Facts.True(ConditionTypes.RollingOut, Reasons.RollingOut, $"Waiting to begin: {plan.Blocked}")
                : Facts.False(ConditionTypes.RollingOut, Reasons.NotRollingOut);
        }

        var wanted = view.Deployment.Spec.Template.Spec;
        var reasons = old
            .SelectMany(s => MachineTemplates.Differences(s.Spec.Template.Spec, wanted))
            .DefaultIfEmpty(plan.WhyNew.Length > 0 ? plan.WhyNew : "spec.rollout.after has passed")
            .Distinct()
            .OrderBy(r => r.StartsWith("Version", StringComparison.Ordinal) ? 0 : 1)
            .ThenBy(r => r, StringComparer.Ordinal)
            .Select(r => $"* {r}");
        var count = old.Sum(s => s.Status.Replicas ?? 0);
        var held = plan.Blocked.Length > 0 ? $" (on hold: {plan.Blocked})" : "";
        return Facts.True(
            ConditionTypes.RollingOut, Reasons.RollingOut, $"Rolling out {Prose.Count(count, "not up-to-date replica")}{held}\n{string.Join('\n', reasons)}");
    }

    internal static Condition ScalingUp(View view, Plan plan, MachineDeploymentStatus status)
    {
        if (view.Deployment.Metadata.IsDeleting || status.Replicas >= view.Desired)
        {
            var waiting = plan.Blocked.Length > 0 && !view.Deployment.Metadata.IsDeleting && plan.Current is null ? plan.Blocked : "";
            return Facts.False(ConditionTypes.ScalingUp, Reasons.NotScalingUp, waiting);
        }

        var lines = new List<string> { $"Scaling up from {status.Replicas} to {view.Desired} replicas" };
        if (plan.Blocked.Length > 0)
        {
            lines.Add($"* {plan.Blocked}");
        }

        lines.AddRange(view.Sets
            .Select(s => ConditionSet.Get(s.Status.Conditions, ConditionTypes.ScalingUp))
            .Where(c => c is { Status: ConditionSet.True } && c.Message.Contains('\n', StringComparison.Ordinal))
            .SelectMany(c => c!.Message.Split('\n').Skip(1)));
        return Facts.True(ConditionTypes.ScalingUp, Reasons.ScalingUp, string.Join('\n', lines.Distinct()));
    }

    internal static Condition ScalingDown(View view, MachineDeploymentStatus status)
    {
        var desired = view.Deployment.Metadata.IsDeleting ? 0 : view.Desired;
        if (status.Replicas <= desired)
        {
            return Facts.False(ConditionTypes.ScalingDown, Reasons.NotScalingDown);
        }

        return Facts.True(ConditionTypes.ScalingDown, Reasons.ScalingDown, $"Scaling down from {status.Replicas} to {desired} replicas{Lingering(view)}");
    }

    internal static Condition Deleting(View view)
    {
        if (!view.Deployment.Metadata.IsDeleting)
        {
            return Facts.False(ConditionTypes.Deleting, Reasons.NotDeleting);
        }

        return view.Sets.Count == 0
            ? Facts.True(ConditionTypes.Deleting, Reasons.DeletionCompleted, "Deletion completed")
            : Facts.True(
                ConditionTypes.Deleting, Reasons.Deleting, $"Waiting for {Prose.Count(view.Machines.Count, "Machine")} of {Prose.Count(view.Sets.Count, "MachineSet")} to be deleted{Lingering(view)}");
    }

    internal static string Phase(View view, MachineDeploymentStatus status) =>
        view.Deployment.Metadata.IsDeleting ? ObjectPhases.ScalingDown
        : status.Replicas < view.Desired ? ObjectPhases.ScalingUp
        : status.Replicas > view.Desired ? ObjectPhases.ScalingDown
        : ObjectPhases.Running;

    private static string Lingering(View view) => MachineReports.Lingering(view.Machines, view.Now);
}
