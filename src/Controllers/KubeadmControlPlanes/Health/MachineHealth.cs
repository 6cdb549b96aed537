using Slipway.Api.Conditions;
using Slipway.Api.Core;
using Slipway.Api.Kubernetes.Nodes;
using Slipway.Controllers.KubeadmControlPlanes.Views;
using Slipway.Controllers.Shared;
using Slipway.Controllers.Workloads;
using Slipway.Machinery.Objects;

namespace Slipway.Controllers.KubeadmControlPlanes.Health;

/// <summary>What is known of the components on a control-plane Machine; a pure function of the view.</summary>
internal static class MachineHealth
{
    private const int ProbesUntilDown = 5;
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(5);

    /// <summary>A view whose Machines carry what is known of their components.</summary>
    /// <param name="view">What is.</param>
    public static View Judge(View view) => view with
    {
        Machines = [.. view.Machines.Select(m => m with { Health = Of(view, m) })],
    };

    /// <summary>The sentence of a connection that is down for so long that old findings count no more; null before that.</summary>
    /// <param name="view">What is.</param>
    public static string? ConnectionDown(View view)
    {
        var state = view.Workload.State;
        return view.Workload.IsConnected || state.Phase != WorkloadPhase.Down || state.Failures < ProbesUntilDown
            || state.LastProbeSuccess is not { } last || view.Now - last < Grace
            ? null
            : $"Last successful probe at {Prose.Moment(last)}";
    }

    private static List<Condition> Of(View view, ControlPlaneMachine machine)
    {
        var types = HealthTypes.Components(view).Append(ConditionTypes.NodeKubeadmLabelsAndTaintsSet);
        if (ConnectionDown(view) is { } down)
        {
            return [.. types.Select(t => Facts.Unknown(t, Reasons.ConnectionDown, down))];
        }

        if (!view.Workload.IsConnected)
        {
            return [];
        }

        if (machine.IsDeleting)
        {
            return [.. types.Select(t => Facts.Unknown(t, Reasons.Deleting, "Machine is deleting"))];
        }

        if (machine.NodeName is not { } node)
        {
            var waiting = machine.Machine.Spec.ProviderID is { Length: > 0 } id
                ? $"Waiting for a Node with spec.providerID {id} to exist"
                : $"Waiting for {machine.Machine.Spec.InfrastructureRef.Kind} to report spec.providerID";
            return [.. types.Select(t => Facts.Unknown(t, Reasons.InspectionFailed, waiting))];
        }

        return [.. types.Select(t => OnNode(view, machine, node, t))];
    }

    private static Condition OnNode(View view, ControlPlaneMachine machine, string node, string type)
    {
        if (type == ConditionTypes.EtcdMemberHealthy)
        {
            return Member(view, node);
        }

        if (type == ConditionTypes.NodeKubeadmLabelsAndTaintsSet)
        {
            return LabelsAndTaints(machine, node);
        }

        return PodHealth.WhyUnseen(node, machine.Node) is { } unseen
            ? Facts.Unknown(type, Reasons.InspectionFailed, unseen)
            : PodHealth.Of(type, view.Workload.Pods.GetValueOrDefault($"{PodHealth.Components[type]}-{node}"));
    }

    private static Condition Member(View view, string node)
    {
        const string type = ConditionTypes.EtcdMemberHealthy;
        if (view.Workload.Etcd is not { } etcd)
        {
            return Facts.Unknown(
                type, Reasons.InspectionFailed, view.Workload.EtcdProblem.Length > 0 ? view.Workload.EtcdProblem : "Waiting for etcd to report the list of members");
        }

        if (etcd.MemberOf(node) is not { } member)
        {
            return Facts.False(type, Reasons.NotHealthy, $"Etcd doesn't have an etcd member for Node {node}");
        }

        if (member.IsLearner)
        {
            return Facts.False(type, Reasons.NotHealthy, "Waiting for learner etcd member to be promoted");
        }

        return etcd.AlarmsOf(member) is { Count: > 0 } alarms
            ? Facts.False(type, Reasons.NotHealthy, $"Etcd reports alarms: {string.Join(", ", alarms)}")
            : Facts.True(type, Reasons.Healthy);
    }

    private static Condition LabelsAndTaints(ControlPlaneMachine machine, string name)
    {
        const string type = ConditionTypes.NodeKubeadmLabelsAndTaintsSet;
        if (machine.Node is not { } node)
        {
            return Facts.Unknown(type, Reasons.InspectionFailed, $"Node {name} does not exist");
        }

        var label = node.Metadata.Labels.ContainsKey(Labels.NodeRoleControlPlane);
        var taint = HasOwnTaints(machine) || node.Spec.Taints.Any(t => t is Taint { Key: TaintKeys.ControlPlane, Effect: "NoSchedule" });
        if (label && taint)
        {
            return Facts.True(type, MachineReasons.Set);
        }

        string[] missing =
        [
            .. label ? [] : (string[])[$"the {Labels.NodeRoleControlPlane} label"],
            .. taint ? [] : (string[])[$"the {TaintKeys.ControlPlane}:NoSchedule taint"],
        ];
        return Facts.False(type, MachineReasons.NotSet, $"Node {name} does not have {string.Join(" and ", missing)}");
    }

    // Taints given by the user replace kubeadm's own.
    private static bool HasOwnTaints(ControlPlaneMachine machine) =>
        (machine.Config?.Spec.JoinConfiguration?.NodeRegistration ?? machine.Config?.Spec.InitConfiguration?.NodeRegistration)?.Taints is not null;
}
