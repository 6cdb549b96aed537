using Slipway.Api.Conditions;
using Slipway.Api.Core;
using Slipway.Controllers.KubeadmControlPlanes.Health;
using Slipway.Controllers.KubeadmControlPlanes.Views;
using Slipway.Controllers.Shared;

namespace Slipway.Controllers.KubeadmControlPlanes.Remediation;

/// <summary>Whether, and which, broken Machine is replaced; a pure function of the view.</summary>
internal static class Remedy
{
    private static readonly TimeSpan DefaultHealthyPeriod = TimeSpan.FromHours(1);

    /// <summary>The next remediation: the one Machine that needs it most, deleted or told why not.</summary>
    /// <param name="view">What is, judged.</param>
    /// <returns>The change, or null where no Machine asks for it or one is under way.</returns>
    public static Change.Remediate? Next(View view)
    {
        if (Worst(view) is not { } machine || view.RemediationInProgress.Length > 0)
        {
            return null;
        }

        var (refusal, reason, record) = Decide(view, machine);
        return refusal is null
            ? new Change.Remediate(
                machine,
                Facts.False(ConditionTypes.OwnerRemediated, MachineReasons.MachineDeleting, "Machine is deleting"),
                record.Write(),
                $"delete Machine {machine.Name} to replace it: its health check failed{Why(machine)}")
            : new Change.Remediate(
                machine,
                Facts.False(ConditionTypes.OwnerRemediated, reason, refusal),
                Record: null,
                $"leave Machine {machine.Name}, whose health check failed: {refusal}");
    }

    /// <summary>The last remediation, as annotations tell; null where there was none.</summary>
    /// <param name="view">What is.</param>
    public static RemediationRecord? Last(View view) =>
        RemediationRecord.Parse(view.RemediationInProgress)
        ?? view.Machines
            .Select(m => RemediationRecord.Parse(m.Machine.Metadata.Annotations.GetValueOrDefault(Annotations.RemediationFor)))
            .OfType<RemediationRecord>()
            .MaxBy(r => r.Time);

    private static ControlPlaneMachine? Worst(View view) => view.Machines
        .Where(m => m.IsToRemediate && !m.IsDeleting)
        .OrderByDescending(m => m.Machine.Metadata.Annotations.ContainsKey(Annotations.RemediateMachine))
        .ThenByDescending(m => m.NodeName is null)
        .ThenByDescending(m => view.ManagesEtcd && IsSick(m, ConditionTypes.EtcdMemberHealthy))
        .ThenByDescending(m => view.ManagesEtcd && IsSick(m, ConditionTypes.EtcdPodHealthy))
        .ThenByDescending(m => IsSick(m, ConditionTypes.APIServerPodHealthy))
        .ThenByDescending(m => IsSick(m, ConditionTypes.ControllerManagerPodHealthy))
        .ThenByDescending(m => IsSick(m, ConditionTypes.SchedulerPodHealthy))
        .ThenByDescending(m => IsSick(m, ConditionTypes.NodeKubeadmLabelsAndTaintsSet))
        .ThenBy(m => m.Machine.Metadata.CreationTimestamp)
        .ThenBy(m => m.Name, StringComparer.Ordinal)
        .FirstOrDefault();

    private static bool IsSick(ControlPlaneMachine machine, string type) => machine.HealthOf(type) is not { Status: ConditionSet.True };

    private static (string? Refusal, string Reason, RemediationRecord Record) Decide(View view, ControlPlaneMachine machine)
    {
        var record = new RemediationRecord(machine.Name, view.Now, 0);
        if (view.Cluster?.Spec.Topology?.Version is { Length: > 0 } wanted && wanted != view.ControlPlane.Spec.Version)
        {
            return ($"KubeadmControlPlane can't remediate while waiting for a version upgrade to {wanted} to be propagated from Cluster.spec.topology", MachineReasons.RemediationDeferred, record);
        }

        var (retry, refusal, reason) = Retry(view, machine);
        record = record with { RetryCount = retry };
        if (refusal is not null)
        {
            return (refusal, reason, record);
        }

        return view.ControlPlane.Status.Initialization?.ControlPlaneInitialized == true
            ? (WhyUnsafe(view, machine, out var unsafeReason), unsafeReason, record)
            : (view.Machines.Count > 1 ? "KubeadmControlPlane can't remediate this Machine while the control plane is not initialized and other Machines exist" : null,
                MachineReasons.CannotBeRemediated,
                record);
    }

    private static (int Count, string? Refusal, string Reason) Retry(View view, ControlPlaneMachine machine)
    {
        if (RemediationRecord.Parse(machine.Machine.Metadata.Annotations.GetValueOrDefault(Annotations.RemediationFor)) is not { } earlier)
        {
            return (0, null, "");
        }

        var rules = view.ControlPlane.Spec.Remediation;
        var healthyFor = rules?.MinHealthyPeriodSeconds is { } healthy ? TimeSpan.FromSeconds(healthy) : DefaultHealthyPeriod;
        if (view.Now - earlier.Time >= healthyFor)
        {
            // The replacement served long enough: this is a new failure.
            return (0, null, "");
        }

        var pause = TimeSpan.FromSeconds(rules?.RetryPeriodSeconds ?? 0);
        if (view.Now - earlier.Time < pause)
        {
            return (earlier.RetryCount, $"KubeadmControlPlane can't remediate this machine because the operation already failed in the latest {Prose.Span(pause)} (RetryPeriodSeconds)", MachineReasons.RemediationDeferred);
        }

        return rules?.MaxRetry is { } most && earlier.RetryCount >= most
            ? (earlier.RetryCount, $"KubeadmControlPlane can't remediate this machine because the operation already failed {most} times (MaxRetry)", MachineReasons.CannotBeRemediated)
            : (earlier.RetryCount + 1, null, "");
    }

    private static string? WhyUnsafe(View view, ControlPlaneMachine machine, out string reason)
    {
        reason = MachineReasons.RemediationDeferred;
        if (view.Machines.Count <= 1)
        {
            reason = MachineReasons.CannotBeRemediated;
            return "KubeadmControlPlane can't remediate if current replicas are less or equal to 1";
        }

        if (view.Provisioning.Any(m => m.Name != machine.Name))
        {
            return "KubeadmControlPlane waiting for control plane Machine provisioning to complete before triggering remediation";
        }

        if (view.Deleting.Any())
        {
            return "KubeadmControlPlane waiting for control plane Machine deletion to complete before triggering remediation";
        }

        reason = MachineReasons.CannotBeRemediated;
        if (view.ManagesEtcd)
        {
            if (view.Workload.Etcd is not { } etcd)
            {
                reason = MachineReasons.RemediationDeferred;
                return "Failed to check etcd cluster health before remediation";
            }

            var member = machine.NodeName is { } node ? etcd.MemberOf(node)?.Id : null;
            if (Quorum.WhyNotWithout(view, member) is { Length: > 0 } lost)
            {
                return $"KubeadmControlPlane can't remediate this Machine because without it the control plane could stop working or etcd could lose its quorum: {lost}";
            }
        }

        return view.Machines.Any(m => m.Name != machine.Name && !m.IsDeleting && m.AreHealthy(HealthTypes.Kubernetes))
            ? null
            : "KubeadmControlPlane can't remediate this Machine because without it the control plane could stop working or etcd could lose its quorum: no other Machine has healthy components";
    }

    private static string Why(ControlPlaneMachine machine) =>
        ConditionSet.Get(machine.Machine.Status.Conditions, ConditionTypes.HealthCheckSucceeded) is { Message.Length: > 0 } check ? $" ({check.Message})" : "";
}
