using Slipway.Api.Conditions;
using Slipway.Api.Core;
using Slipway.Controllers.Contracts;
using Slipway.Controllers.KubeadmControlPlanes.Views;
using Slipway.Controllers.Workloads.Etcd;

namespace Slipway.Controllers.KubeadmControlPlanes.Health;

/// <summary>
/// Lets deleted Machines go, one after the other, after their etcd member is removed; until then a hook on the Machine holds
/// its infrastructure. Pure functions of the view.
/// </summary>
internal static class Release
{
    /// <summary>The next Machine to let go.</summary>
    /// <param name="view">What is, judged.</param>
    /// <param name="waiting">Where one is held: what is waited for; else empty.</param>
    /// <returns>The change, or null for none.</returns>
    public static Change.ReleaseMachine? Next(View view, out string waiting)
    {
        waiting = "";
        var machine = view.Deleting
            .Where(IsHeld)
            .OrderBy(m => m.Machine.Metadata.DeletionTimestamp)
            .ThenBy(m => m.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        if (machine is null || !HasReachedHook(machine))
        {
            return null;
        }

        if (KeepsKubeletBusy(machine) && OtherHooks(machine).FirstOrDefault() is { } hook)
        {
            waiting = $"Machine {machine.Name} is held until {hook} is removed";
            return null;
        }

        if (view.Machines.Count == 1 || !view.ManagesEtcd || machine.NodeName is null)
        {
            return new Change.ReleaseMachine(machine, null, $"let Machine {machine.Name} go: it has no etcd member to remove");
        }

        if (view.Workload.Etcd is not { } etcd)
        {
            waiting = view.Workload.EtcdProblem.Length > 0 ? view.Workload.EtcdProblem : "the workload cluster is not connected";
            return null;
        }

        return WithMember(view, etcd, machine, ref waiting);
    }

    /// <summary>Whether this control plane's hook holds a Machine.</summary>
    /// <param name="machine">The Machine.</param>
    public static bool IsHeld(ControlPlaneMachine machine) =>
        machine.Machine.Metadata.Annotations.ContainsKey(Annotations.PreTerminateKubeadmControlPlaneCleanup);

    private static Change.ReleaseMachine? WithMember(View view, EtcdSnapshot etcd, ControlPlaneMachine machine, ref string waiting)
    {
        if (etcd.MemberOf(machine.NodeName!) is not { } member)
        {
            return new Change.ReleaseMachine(machine, null, $"let Machine {machine.Name} go: its etcd member is gone");
        }

        if (Quorum.WhyNotWithout(view, member.Id) is { Length: > 0 } lost)
        {
            waiting = $"etcd member {member.Name} cannot be removed: {lost}";
            return null;
        }

        return new Change.ReleaseMachine(machine, member.Id, $"remove etcd member {member.Name} and let Machine {machine.Name} go");
    }

    private static bool HasReachedHook(ControlPlaneMachine machine) =>
        ConditionSet.Get(machine.Machine.Status.Conditions, ConditionTypes.Deleting)?.Reason == MachineReasons.WaitingForPreTerminateHook;

    // From 1.31 the kubelet speaks to its own API server: etcd must serve that one until the Machine's other hooks are done.
    private static bool KeepsKubeletBusy(ControlPlaneMachine machine) =>
        KubernetesVersion.Parse(machine.Machine.Spec.Version) is { } version && (version.Major > 1 || version.Minor >= 31);

    private static IEnumerable<string> OtherHooks(ControlPlaneMachine machine) => machine.Machine.Metadata.Annotations.Keys
        .Where(k => k.StartsWith(Annotations.PreTerminateDeleteHookPrefix, StringComparison.Ordinal) && k != Annotations.PreTerminateKubeadmControlPlaneCleanup)
        .Order(StringComparer.Ordinal);
}
