using Slipway.Api.Conditions;
using Slipway.Api.Core;
using Slipway.Controllers.KubeadmControlPlanes.Health;
using Slipway.Controllers.KubeadmControlPlanes.Views;
using Slipway.Controllers.Shared;
using Slipway.Machinery.Objects;

namespace Slipway.Controllers.KubeadmControlPlanes;

/// <summary>The health of a control plane as a whole, summed up from its Machines. Pure functions of the view.</summary>
internal static class HealthReport
{
    private const string NotInitialized = "Waiting for Cluster control plane to be initialized";

    /// <summary>Whether the etcd cluster is healthy; null where etcd is somebody else's.</summary>
    /// <param name="view">What is, judged.</param>
    /// <param name="waiting">What must exist before anything can be known; empty for nothing.</param>
    public static Condition? Etcd(View view, string waiting)
    {
        if (!view.ManagesEtcd)
        {
            return null;
        }

        var lines = new List<string>();
        if (view.Workload.Etcd is { } etcd && !view.Provisioning.Any())
        {
            var names = view.Machines.Select(m => m.NodeName).ToHashSet();
            lines.AddRange(etcd.Members
                .Where(m => !names.Contains(m.Name))
                .Select(m => m.Name.Length > 0 ? m.Name : "without a name")
                .Order(StringComparer.Ordinal)
                .Select(name => $"* Etcd member {name} does not have a corresponding Machine"));
        }

        return Sum(view, ConditionTypes.EtcdClusterHealthy, [ConditionTypes.EtcdMemberHealthy], waiting, lines);
    }

    /// <summary>Whether the components of the control plane are healthy.</summary>
    /// <param name="view">What is, judged.</param>
    /// <param name="waiting">What must exist before anything can be known; empty for nothing.</param>
    public static Condition? Components(View view, string waiting)
    {
        var lines = new List<string>();
        if (!view.Provisioning.Any())
        {
            var names = view.Machines.Select(m => m.NodeName).ToHashSet();
            lines.AddRange(view.Workload.Nodes.Values
                .Where(n => n.Metadata.Labels.ContainsKey(Labels.NodeRoleControlPlane) && !names.Contains(n.Metadata.Name))
                .Select(n => n.Metadata.Name)
                .Order(StringComparer.Ordinal)
                .Select(name => $"* Control plane Node {name} does not have a corresponding Machine"));
        }

        return Sum(view, ConditionTypes.ControlPlaneComponentsHealthy, HealthTypes.Pods(view), waiting, lines);
    }

    private static Condition? Sum(View view, string type, IReadOnlyList<string> parts, string waiting, List<string> issues)
    {
        if (waiting.Length > 0 && !view.ControlPlane.Metadata.IsDeleting)
        {
            return Facts.Unknown(type, Reasons.InspectionFailed, waiting);
        }

        if (MachineHealth.ConnectionDown(view) is { } down)
        {
            return Facts.Unknown(type, Reasons.ConnectionDown, down);
        }

        if (!view.Workload.IsConnected)
        {
            // What was found before counts until the connection is down for long.
            return view.IsInitialized && ConditionSet.Get(view.ControlPlane.Status.Conditions, type) is not null
                ? null
                : Facts.Unknown(type, Reasons.InspectionFailed, NotInitialized);
        }

        var unknown = new List<string>();
        foreach (var machine in view.Machines)
        {
            foreach (var part in parts)
            {
                var found = machine.HealthOf(part);
                if (found?.Status != ConditionSet.True)
                {
                    var line = $"* Machine {machine.Name}:\n  * {part}: {(found?.Message is { Length: > 0 } message ? message : "not known yet")}";
                    (found?.Status == ConditionSet.False ? issues : unknown).Add(line);
                }
            }
        }

        return issues.Count > 0 ? Facts.False(type, Reasons.NotHealthy, string.Join('\n', issues.Concat(unknown)))
            : unknown.Count > 0 || view.Machines.Count == 0 ? Facts.Unknown(type, Reasons.HealthUnknown, string.Join('\n', unknown))
            : Facts.True(type, Reasons.Healthy);
    }
}
