using Slipway.Api.Bootstrap;
using Slipway.Api.Conditions;
using Slipway.Api.Core;
using Slipway.Api.Core.Machines;
using Slipway.Api.Core.Shared;
using Slipway.Controllers.Contracts;
using Slipway.Controllers.KubeadmControlPlanes.Rollout;
using Slipway.Controllers.KubeadmControlPlanes.Views;
using Slipway.Controllers.Shared;
using Slipway.Machinery.Objects;

namespace Slipway.Controllers.KubeadmControlPlanes;

/// <summary>A Machine and its KubeadmConfig as their control plane wants them: made new, or kept in step without replacing them.</summary>
internal static class DesiredMachine
{
    /// <summary>A new Machine.</summary>
    /// <param name="view">What is.</param>
    /// <param name="create">What is to be made.</param>
    /// <param name="infrastructure">The kind of its infrastructure object.</param>
    public static Machine Make(View view, Change.CreateMachine create, ContractKind infrastructure)
    {
        var plane = view.ControlPlane;
        var annotations = new Dictionary<string, string>(AnnotationsOf(view)) { [Annotations.PreTerminateKubeadmControlPlaneCleanup] = "" };
        if (create.RemediationFor is { } replaced)
        {
            annotations[Annotations.RemediationFor] = replaced;
        }

        return new Machine
        {
            Metadata = new ObjectMeta
            {
                Name = create.Name,
                Namespace = plane.Metadata.Namespace,
                Finalizers = [Finalizers.Machine],
                OwnerReferences = [plane.AsController()],
                Labels = LabelsOf(view),
                Annotations = annotations,
            },
            Spec = new MachineSpec
            {
                ClusterName = view.Cluster!.Metadata.Name,
                Version = plane.Spec.Version,
                FailureDomain = create.FailureDomain,
                Bootstrap = new Bootstrap
                {
                    ConfigRef = new ContractVersionedObjectReference
                    {
                        ApiGroup = KubeadmConfig.Resource.Group,
                        Kind = KubeadmConfig.Resource.Kind,
                        Name = create.Name,
                    },
                },
                InfrastructureRef = new ContractVersionedObjectReference
                {
                    ApiGroup = infrastructure.Type.Group,
                    Kind = infrastructure.Type.Kind,
                    Name = create.Name,
                },
                Deletion = plane.Spec.MachineTemplate.Spec.Deletion,
                ReadinessGates = Gates(view),
                Taints = plane.Spec.MachineTemplate.Spec.Taints,
            },
        };
    }

    /// <summary>A new KubeadmConfig.</summary>
    /// <param name="view">What is.</param>
    /// <param name="create">What is to be made.</param>
    public static KubeadmConfig MakeConfig(View view, Change.CreateMachine create)
    {
        var wanted = OutOfDate.WantedConfig(view);
        return new KubeadmConfig
        {
            Metadata = new ObjectMeta
            {
                Name = create.Name,
                Namespace = view.ControlPlane.Metadata.Namespace,
                OwnerReferences = [view.ControlPlane.AsOwner()],
                Labels = LabelsOf(view),
                Annotations = AnnotationsOf(view),
            },
            Spec = create.Initializes ? ConfigComparison.ForInit(wanted) : ConfigComparison.ForJoin(wanted),
        };
    }

    /// <summary>A Machine with what may change without replacing it, and with what is known of it; the same instance where nothing differs.</summary>
    /// <param name="view">What is, judged.</param>
    /// <param name="machine">The Machine.</param>
    public static Machine Update(View view, ControlPlaneMachine machine)
    {
        var present = machine.Machine;
        var template = view.ControlPlane.Spec.MachineTemplate.Spec;
        var spec = present.Spec with
        {
            Deletion = Deletion(present, template.Deletion),
            Taints = Kept(present.Spec.Taints, template.Taints),
            ReadinessGates = machine.IsDeleting ? present.Spec.ReadinessGates : Kept(present.Spec.ReadinessGates, Gates(view)),
        };
        var metadata = machine.IsDeleting
            ? present.Metadata
            : present.Metadata.WithLabels(LabelsOf(view)).WithAnnotations(AnnotationsOf(view)).WithOwner(view.ControlPlane.AsController());
        var conditions = present.Status.Conditions.With([.. machine.Health, UpToDate(machine)], view.Now, present.Metadata.Generation);
        return spec == present.Spec && metadata == present.Metadata && ReferenceEquals(conditions, present.Status.Conditions)
            ? present
            : present with { Metadata = metadata, Spec = spec, Status = present.Status with { Conditions = conditions } };
    }

    /// <summary>The labels of the control plane's Machines, and of the objects beside them.</summary>
    /// <param name="view">What is.</param>
    public static IReadOnlyDictionary<string, string> LabelsOf(View view) =>
        new Dictionary<string, string>(view.ControlPlane.Spec.MachineTemplate.Metadata?.Labels ?? new Dictionary<string, string>(0))
        {
            [Labels.ClusterName] = view.Cluster!.Metadata.Name,
            [Labels.ControlPlane] = "",
            [Labels.ControlPlaneName] = Names.AsLabel(view.ControlPlane.Metadata.Name),
        };

    /// <summary>The annotations of the control plane's Machines, and of the objects beside them.</summary>
    /// <param name="view">What is.</param>
    public static IReadOnlyDictionary<string, string> AnnotationsOf(View view) =>
        view.ControlPlane.Spec.MachineTemplate.Metadata?.Annotations ?? new Dictionary<string, string>(0);

    private static Condition UpToDate(ControlPlaneMachine machine)
    {
        if (!machine.IsUpToDate)
        {
            return Facts.False(ConditionTypes.UpToDate, Reasons.NotUpToDate, string.Join('\n', machine.Outdated.Select(r => $"* {r}")));
        }

        var kubelet = machine.Node?.Status.NodeInfo?.KubeletVersion;
        return kubelet is { Length: > 0 } && kubelet != machine.Machine.Spec.Version
            ? Facts.False(ConditionTypes.UpToDate, MachineReasons.Updating, $"* Node.status.nodeInfo.kubeletVersion {kubelet}, {machine.Machine.Spec.Version} required")
            : Facts.True(ConditionTypes.UpToDate, Reasons.UpToDate);
    }

    private static List<MachineReadinessGate> Gates(View view)
    {
        var types = HealthTypes.Components(view)
            .Prepend(ConditionTypes.NodeKubeadmLabelsAndTaintsSet)
            .Select(t => new MachineReadinessGate { ConditionType = t });
        return [.. types.Concat(view.ControlPlane.Spec.MachineTemplate.Spec.ReadinessGates).DistinctBy(g => g.ConditionType)];
    }

    // Admission gives every Machine a deletion timeout; a template without one does not take it away.
    private static MachineDeletionSpec? Deletion(Machine machine, MachineDeletionSpec? wanted) =>
        wanted is null ? machine.Spec.Deletion
        : wanted.NodeDeletionTimeoutSeconds is null ? wanted with { NodeDeletionTimeoutSeconds = machine.Spec.Deletion?.NodeDeletionTimeoutSeconds }
        : wanted;

    private static IReadOnlyList<T> Kept<T>(IReadOnlyList<T> present, IReadOnlyList<T> wanted) =>
        present.SequenceEqual(wanted) ? present : wanted;
}
