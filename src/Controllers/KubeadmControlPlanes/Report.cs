using Slipway.Api.Conditions;
using Slipway.Api.ControlPlane;
using Slipway.Api.Core;
using Slipway.Api.Core.Machines;
using Slipway.Controllers.Kubeadm.Certificates;
using Slipway.Controllers.KubeadmControlPlanes.Remediation;
using Slipway.Controllers.KubeadmControlPlanes.Rollout;
using Slipway.Controllers.KubeadmControlPlanes.Views;
using Slipway.Controllers.Shared;
using Slipway.Machinery.Objects;

namespace Slipway.Controllers.KubeadmControlPlanes;

/// <summary>The status of a KubeadmControlPlane; one function for each condition. Pure functions of view and plan.</summary>
internal static class Report
{
    /// <summary>The status.</summary>
    /// <param name="view">What is, judged.</param>
    /// <param name="plan">What is done about it.</param>
    public static KubeadmControlPlaneStatus Make(View view, Plan plan)
    {
        var plane = view.ControlPlane;
        var machines = view.Machines.Select(m => m.Machine).ToList();
        var versions = MachineReports.Versions(machines);
        Condition?[] facts =
        [
            Certificates(view),
            Initialized(view),
            HealthReport.Etcd(view, plan.Waiting),
            HealthReport.Components(view, plan.Waiting),
            MachineReports.Ready(ConditionTypes.MachinesReady, machines),
            MachineReports.UpToDate(ConditionTypes.MachinesUpToDate, machines, view.Now),
            RollingOut(view),
            ScalingUp(view, plan),
            ScalingDown(view, plan),
            MachineReports.Remediating(machines),
            Deleting(view),
            AvailableReport.Of(view),
        ];
        return plane.Status with
        {
            Conditions = plane.Status.Conditions.With(facts, view.Now, plane.Metadata.Generation),
            ObservedGeneration = plane.Metadata.Generation > 0 ? plane.Metadata.Generation : null,
            Selector = $"{Labels.ClusterName}={view.Cluster?.Metadata.Name},{Labels.ControlPlane}",
            Replicas = machines.Count,
            ReadyReplicas = Count(machines, ConditionTypes.Ready),
            AvailableReplicas = Count(machines, ConditionTypes.Available),
            UpToDateReplicas = view.Machines.Count(m => m.IsUpToDate),
            Version = versions.Count > 0 ? versions[0].Version : null,
            Versions = plane.Status.Versions.SequenceEqual(versions) ? plane.Status.Versions : versions,
            Initialization = view.IsInitialized
                ? new KubeadmControlPlaneInitializationStatus { ControlPlaneInitialized = true }
                : plane.Status.Initialization,
            LastRemediation = Remedy.Last(view) is { } last
                ? new LastRemediationStatus { Machine = last.Machine, RetryCount = last.RetryCount, Time = last.Time }
                : plane.Status.LastRemediation,
        };
    }

    private static int Count(List<Machine> machines, string type) => machines.Count(m => ConditionSet.IsTrue(m.Status.Conditions, type));

    private static Condition Certificates(View view)
    {
        const string type = ConditionTypes.CertificatesAvailable;
        var set = view.Certificates;
        if (set.IsComplete)
        {
            return Facts.True(type, Reasons.Available);
        }

        if (set.Problems.Count > 0)
        {
            return Facts.False(type, Reasons.NotAvailable, string.Join("; ", set.Problems));
        }

        var names = set.Missing.Select(p => p.SecretName(view.Cluster?.Metadata.Name ?? ""));
        return Facts.False(
            type,
            Reasons.NotAvailable,
            $"{Prose.Verb(set.Missing.Count, "Secret", "Secrets")} {string.Join(", ", names)} with cluster certificates {Prose.Verb(set.Missing.Count, "does", "do")} not exist");
    }

    private static Condition Initialized(View view) => view.IsInitialized
        ? Facts.True(ConditionTypes.Initialized, Reasons.Initialized)
        : Facts.False(ConditionTypes.Initialized, Reasons.NotInitialized);

    private static Condition RollingOut(View view)
    {
        var outdated = view.Outdated.ToList();
        if (outdated.Count == 0)
        {
            return Facts.False(ConditionTypes.RollingOut, Reasons.NotRollingOut);
        }

        var reasons = outdated.SelectMany(m => m.Outdated).Distinct().Select(r => $"\n* {r}");
        return Facts.True(
            ConditionTypes.RollingOut, Reasons.RollingOut, $"Rolling out {Prose.Count(outdated.Count, "not up-to-date replica")}{string.Concat(reasons)}");
    }

    private static Condition ScalingUp(View view, Plan plan)
    {
        const string type = ConditionTypes.ScalingUp;
        var missing = view.Template is { Found: false } && !view.ControlPlane.Metadata.IsDeleting ? $"\n* {view.Template.Problem}" : "";
        if (view.Machines.Count >= view.Desired)
        {
            return missing.Length > 0 && plan.Step.Direction == StepDirection.Up
                ? Facts.False(type, Reasons.NotScalingUp, $"Scaling up would be blocked because:{missing}")
                : Facts.False(type, Reasons.NotScalingUp);
        }

        var message = $"Scaling up from {view.Machines.Count} to {view.Desired} replicas";
        var blocked = plan.Refusal.Length > 0 ? [plan.Refusal] : plan.Waiting.Length > 0 ? [plan.Waiting]
            : plan.Step.Direction == StepDirection.Up ? plan.Step.Blocked : [];
        var lines = blocked.Where(b => missing.Length == 0 || !b.EndsWith("does not exist", StringComparison.Ordinal)).Select(b => $"\n* {b}").ToList();
        return Facts.True(
            type, Reasons.ScalingUp, lines.Count == 0 && missing.Length == 0 ? message : $"{message} is blocked because:{string.Concat(lines)}{missing}");
    }

    private static Condition ScalingDown(View view, Plan plan)
    {
        const string type = ConditionTypes.ScalingDown;
        if (view.Machines.Count <= view.Desired)
        {
            return Facts.False(type, Reasons.NotScalingDown);
        }

        var blocked = plan.Step.Direction == StepDirection.Down ? plan.Step.Blocked : [];
        var message = $"Scaling down from {view.Machines.Count} to {view.Desired} replicas";
        return Facts.True(
            type,
            Reasons.ScalingDown,
            (blocked.Count == 0 ? message : $"{message} is blocked because:{string.Concat(blocked.Select(b => $"\n* {b}"))}")
            + MachineReports.Lingering(view.Machines.Select(m => m.Machine), view.Now));
    }

    private static Condition Deleting(View view)
    {
        const string type = ConditionTypes.Deleting;
        if (!view.ControlPlane.Metadata.IsDeleting)
        {
            return Facts.False(type, Reasons.NotDeleting);
        }

        if (view.Workers.Count > 0)
        {
            return Facts.True(type, ClusterReasons.WaitingForWorkersDeletion, DeletionPlan.Blocked(view));
        }

        return view.Machines.Count > 0
            ? Facts.True(
                type,
                ClusterReasons.WaitingForMachineDeletion,
                $"Deleting {Prose.Count(view.Machines.Count, "Machine")}{MachineReports.Lingering(view.Machines.Select(m => m.Machine), view.Now)}")
            : Facts.True(type, Reasons.DeletionCompleted, "Deletion completed");
    }
}
