using Slipway.Api.Conditions;
using Slipway.Api.Core;
using Slipway.Api.Core.Machines;
using Slipway.Controllers.Contracts;

namespace Slipway.Controllers.Machines;

/// <summary>
/// The way out of a Machine: hooks, drain, volumes, hooks, infrastructure, bootstrap object, Node. Each pass finds out
/// anew how far it has come.
/// </summary>
internal static class Deletion
{
    private static readonly TimeSpan NodeRetry = TimeSpan.FromSeconds(2);

    /// <summary>The step the Machine stands at.</summary>
    /// <param name="view">What is.</param>
    public static DeletionStep Next(View view)
    {
        var times = view.Machine.Status.Deletion ?? new MachineDeletionStatus();
        var refusal = NodeRefusal(view);
        return (refusal is null ? BeforeInfrastructure(view, ref times) : null)
            ?? Hooks(
                view,
                Annotations.PreTerminateDeleteHookPrefix,
                MachineReasons.WaitingForPreTerminateHook,
                "pre-terminate",
                ref times,
                static (t, now) => t with { WaitForPreTerminateHookStartTime = t.WaitForPreTerminateHookStartTime ?? now })
            ?? Object(view, view.Infrastructure, MachineReasons.WaitingForInfrastructureDeletion, times)
            ?? Object(view, view.Bootstrap, MachineReasons.WaitingForBootstrapDeletion, times)
            ?? (refusal is null ? Node(view, times) : null)
            ?? new DeletionStep(DeletionAct.Finish, Reasons.DeletionCompleted, "Deletion completed", times);
    }

    /// <summary>Why the Node is left alone, with what runs on it; null where it is drained and deleted.</summary>
    /// <param name="view">What is.</param>
    internal static string? NodeRefusal(View view)
    {
        if (view.Cluster is null or { Metadata.IsDeleting: true })
        {
            return "the whole cluster is being deleted";
        }

        if (view.Machine.Status.NodeRef is null && view.Node is null)
        {
            return "the Machine has no Node";
        }

        if (view.ControlPlane is { IsDeleting: true })
        {
            return "the control plane is being deleted";
        }

        var managed = view.ControlPlane is { Found: true } plane && new ControlPlane(plane.Object, plane.Kind).ExternallyManaged;
        return managed || view.ControlPlaneMachineStays ? null : "no other control plane Machine stays to answer for the Node";
    }

    private static DeletionStep? BeforeInfrastructure(View view, ref MachineDeletionStatus times) =>
        Hooks(
            view,
            Annotations.PreDrainDeleteHookPrefix,
            MachineReasons.WaitingForPreDrainHook,
            "pre-drain",
            ref times,
            static (t, now) => t with { WaitForPreDrainHookStartTime = t.WaitForPreDrainHookStartTime ?? now })
        ?? Drain(view, ref times)
        ?? Volumes(view, ref times);

    private static DeletionStep? Hooks(
        View view,
        string prefix,
        string reason,
        string word,
        ref MachineDeletionStatus times,
        Func<MachineDeletionStatus, DateTimeOffset, MachineDeletionStatus> begin)
    {
        var hooks = view.Machine.Metadata.Annotations.Keys.Where(k => k.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        if (hooks.Count == 0)
        {
            return null;
        }

        times = begin(times, view.Now);
        return new DeletionStep(
            DeletionAct.Wait, reason, $"Waiting for {word} hooks to succeed (hooks: {string.Join(',', hooks)}): whoever set these annotations on the Machine removes them when done", times);
    }

    private static DeletionStep? Drain(View view, ref MachineDeletionStatus times)
    {
        if (view.Drained || IsPassedBy(view, times) || view.Machine.Metadata.Annotations.ContainsKey(Annotations.ExcludeNodeDraining)
            || IsOver(times.NodeDrainStartTime, view.Machine.Spec.Deletion?.NodeDrainTimeoutSeconds, view.Now))
        {
            return null;
        }

        if (view.Workload is null)
        {
            times = times with { NodeDrainStartTime = times.NodeDrainStartTime ?? view.Now };
            return new DeletionStep(
                DeletionAct.Wait, MachineReasons.DrainingNode, $"Waiting for a connection to the workload cluster to drain the Node: {view.Connection.Message}", times);
        }

        if (view.Node is null)
        {
            return null;
        }

        times = times with { NodeDrainStartTime = times.NodeDrainStartTime ?? view.Now };
        return new DeletionStep(DeletionAct.Drain, MachineReasons.DrainingNode, "Draining the Node", times);
    }

    private static DeletionStep? Volumes(View view, ref MachineDeletionStatus times)
    {
        if (view.Detached || view.Node is null || view.Workload is null || IsPassedBy(view, times)
            || view.Machine.Metadata.Annotations.ContainsKey(Annotations.ExcludeWaitForNodeVolumeDetach)
            || IsOver(times.WaitForNodeVolumeDetachStartTime, view.Machine.Spec.Deletion?.NodeVolumeDetachTimeoutSeconds, view.Now))
        {
            return null;
        }

        times = times with { WaitForNodeVolumeDetachStartTime = times.WaitForNodeVolumeDetachStartTime ?? view.Now };
        return new DeletionStep(DeletionAct.CheckVolumes, MachineReasons.WaitingForVolumeDetach, "Waiting for Node volumes to be detached", times);
    }

    // Whoever waits for what comes later has the drain behind it; without infrastructure there is nothing to drain.
    private static bool IsPassedBy(View view, MachineDeletionStatus times) =>
        times.WaitForPreTerminateHookStartTime is not null || !view.Infrastructure.Found || view.Infrastructure.IsDeleting;

    private static bool IsOver(DateTimeOffset? since, int? limit, DateTimeOffset now) =>
        limit is > 0 && since is { } start && now - start >= TimeSpan.FromSeconds(limit.Value);

    private static DeletionStep? Object(View view, ExternalObject? value, string reason, MachineDeletionStatus times)
    {
        if (value is not { Found: true } || IsForeign(view, value))
        {
            return null;
        }

        Change[] changes = value.IsDeleting ? [] : [new Change.DeleteObject(value, $"delete {value}: its Machine {view.Machine.Metadata.Name} is being deleted")];
        return new DeletionStep(DeletionAct.Wait, reason, $"Waiting for {value} to be deleted", times) { Changes = changes };
    }

    // An object of that name that another Machine manages is not this Machine's to delete.
    private static bool IsForeign(View view, ExternalObject value) =>
        value.Object!.Metadata.ControllerOwner is { Kind: "Machine" } owner && owner.Uid != view.Machine.Metadata.Uid;

    private static DeletionStep? Node(View view, MachineDeletionStatus times)
    {
        var limit = view.Machine.Spec.Deletion?.NodeDeletionTimeoutSeconds;
        if (limit is > 0 && view.Now - view.Machine.Metadata.DeletionTimestamp >= TimeSpan.FromSeconds(limit.Value))
        {
            return null;
        }

        if (view.Workload is null)
        {
            return new DeletionStep(
                DeletionAct.Wait, MachineReasons.DeletingNode, $"Waiting for a connection to the workload cluster to delete the Node: {view.Connection.Message}", times)
            {
                Again = (NodeRetry, "the Node is deleted as soon as the workload cluster can be reached"),
            };
        }

        return view.Node is not { } node
            ? null
            : new DeletionStep(DeletionAct.Wait, MachineReasons.DeletingNode, $"Waiting for Node {node.Metadata.Name} to be deleted", times)
            {
                Changes = node.Metadata.IsDeleting ? [] : [new Change.DeleteNode(node, $"delete Node {node.Metadata.Name}: its Machine {view.Machine.Metadata.Name} is being deleted")],
                Again = (NodeRetry, "the Node is not gone yet"),
            };
    }
}
