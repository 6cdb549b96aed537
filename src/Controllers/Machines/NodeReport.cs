using Slipway.Api.Conditions;
using Slipway.Api.Core.Machines;
using Slipway.Api.Kubernetes.Nodes;
using Slipway.Controllers.Shared;
using Slipway.Machinery.Objects;

namespace Slipway.Controllers.Machines;

/// <summary>The conditions of a Machine that tell of its Node.</summary>
internal static class NodeReport
{
    /// <summary>How long a lost connection is borne before what was last known is called unknown.</summary>
    internal static readonly TimeSpan ConnectionGrace = TimeSpan.FromMinutes(5);
    private static readonly string[] Watched = ["Ready", "MemoryPressure", "DiskPressure", "PIDPressure"];

    /// <summary>Whether the Node says it is ready.</summary>
    /// <param name="view">What is.</param>
    /// <param name="status">The Machine's status as it is to be.</param>
    /// <returns>The condition, or null where the present one stays.</returns>
    public static Condition? Ready(View view, MachineStatus status)
    {
        if (view.Node is not { } node || view.Workload is null)
        {
            return Absent(ConditionTypes.NodeReady, view, status);
        }

        if (node.Status.Conditions.FirstOrDefault(c => c.Type == "Ready") is not { } ready)
        {
            return Facts.Unknown(ConditionTypes.NodeReady, MachineReasons.NodeReadyUnknown, "* Node.Ready: Condition not yet reported");
        }

        var (reason, message) = ready.Status switch
        {
            ConditionSet.True => (MachineReasons.NodeReady, ""),
            ConditionSet.False => (MachineReasons.NodeNotReady, $"* Node.Ready: {Said(ready)}"),
            _ => (MachineReasons.NodeReadyUnknown, $"* Node.Ready: {Said(ready)}"),
        };
        return new Condition
        {
            Type = ConditionTypes.NodeReady,
            Status = ready.Status,
            Reason = reason,
            Message = message,
            LastTransitionTime = ready.LastTransitionTime ?? default,
        };
    }

    /// <summary>Whether the Node is ready and under no pressure.</summary>
    /// <param name="view">What is.</param>
    /// <param name="status">The Machine's status as it is to be.</param>
    /// <returns>The condition, or null where the present one stays.</returns>
    public static Condition? Healthy(View view, MachineStatus status)
    {
        if (view.Node is not { } node || view.Workload is null)
        {
            return Absent(ConditionTypes.NodeHealthy, view, status);
        }

        var bad = new List<(string Type, string Text)>();
        var open = new List<(string Type, string Text)>();
        foreach (var type in Watched)
        {
            var condition = node.Status.Conditions.FirstOrDefault(c => c.Type == type);
            var good = type == "Ready" ? ConditionSet.True : ConditionSet.False;
            if (condition is null)
            {
                open.Add((type, "Condition not yet reported"));
            }
            else if (condition.Status != good)
            {
                (condition.Status == ConditionSet.Unknown ? open : bad).Add((type, Said(condition)));
            }
        }

        return bad.Count > 0 ? Facts.False(ConditionTypes.NodeHealthy, MachineReasons.NodeNotHealthy, Lines([.. bad, .. open]))
            : open.Count > 0 ? Facts.Unknown(ConditionTypes.NodeHealthy, MachineReasons.NodeHealthyUnknown, Lines(open))
            : Facts.True(ConditionTypes.NodeHealthy, MachineReasons.NodeHealthy);
    }

    /// <summary>When the last known state of the Node becomes too old; null where that does not come by the clock.</summary>
    /// <param name="view">What is.</param>
    public static TimeSpan? StaleIn(View view) =>
        view.Workload is null && view.Machine.Status.NodeRef is not null && view.Connection.LastProbeSuccess is { } last && last + ConnectionGrace - view.Now is var left && left > TimeSpan.Zero
            ? left
            : null;

    private static Condition? Absent(string type, View view, MachineStatus status)
    {
        var machine = view.Machine;
        if (view.Cluster is null)
        {
            return Facts.Unknown(type, Reasons.InspectionFailed, $"Waiting for Cluster {machine.Spec.ClusterName} to exist: create it, or correct spec.clusterName");
        }

        if (view.Cluster.Status.Initialization?.InfrastructureProvisioned != true)
        {
            return Facts.Unknown(type, Reasons.InspectionFailed, "Waiting for Cluster status.initialization.infrastructureProvisioned to be true");
        }

        if (!ConditionSet.IsTrue(view.Cluster.Status.Conditions, ConditionTypes.ControlPlaneInitialized))
        {
            return Facts.Unknown(type, Reasons.InspectionFailed, "Waiting for Cluster control plane to be initialized");
        }

        if (view.Workload is null)
        {
            return Disconnected(type, view, status);
        }

        if (status.NodeRef is { } node)
        {
            return Facts.False(
                type, MachineReasons.NodeDeleted, machine.Metadata.IsDeleting ? $"Node {node.Name} has been deleted" : $"Node {node.Name} has been deleted while the Machine still exists");
        }

        if (machine.Metadata.IsDeleting)
        {
            return Facts.Unknown(type, MachineReasons.NodeDoesNotExist, "Node does not exist");
        }

        if (view.RivalNodes.Count > 0)
        {
            return Facts.Unknown(
                type, Reasons.InspectionFailed, $"Nodes {Prose.Some(view.RivalNodes)} have the same spec.providerID {machine.Spec.ProviderID}: only one may, delete the others");
        }

        return Facts.Unknown(
            type,
            Reasons.InspectionFailed,
            string.IsNullOrEmpty(machine.Spec.ProviderID)
                ? $"Waiting for {view.Infrastructure.Reference.Kind} to report spec.providerID"
                : $"Waiting for a Node with spec.providerID {machine.Spec.ProviderID} to exist");
    }

    private static Condition? Disconnected(string type, View view, MachineStatus status)
    {
        var known = ConditionSet.Get(status.Conditions, type);
        if (view.Connection.LastProbeSuccess is not { } last)
        {
            return known is null || known.Reason == Reasons.InspectionFailed
                ? Facts.Unknown(type, Reasons.ConnectionDown, $"Remote connection not established yet{(view.Connection.Message.Length > 0 ? $": {view.Connection.Message}" : "")}")
                : null;
        }

        var initialized = ConditionSet.Get(view.Cluster!.Status.Conditions, ConditionTypes.ControlPlaneInitialized)?.LastTransitionTime ?? default;
        var since = last > initialized ? last : initialized;
        return view.Now - since >= ConnectionGrace || known is null
            ? Facts.Unknown(type, Reasons.ConnectionDown, $"Last successful probe at {Prose.Moment(last)}")
            : null;
    }

    private static string Said(NodeCondition condition) =>
        string.IsNullOrEmpty(condition.Message) ? $"Condition is {condition.Status}" : condition.Message;

    private static string Lines(List<(string Type, string Text)> findings) =>
        findings.Count == Watched.Length && findings.DistinctBy(f => f.Text).Count() == 1
            ? $"* Node.AllConditions: {findings[0].Text}"
            : string.Join('\n', findings.Select(f => $"* Node.{f.Type}: {f.Text}"));
}
