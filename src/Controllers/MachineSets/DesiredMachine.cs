using Slipway.Api.Core;
using Slipway.Api.Core.Machines;
using Slipway.Api.Core.MachineSets;
using Slipway.Api.Core.Shared;
using Slipway.Controllers.Contracts;
using Slipway.Controllers.Shared;
using Slipway.Machinery.Objects;

namespace Slipway.Controllers.MachineSets;

/// <summary>A Machine as its MachineSet wants it: made new, or kept in step without replacing it.</summary>
internal static class DesiredMachine
{
    /// <summary>A new Machine.</summary>
    /// <param name="set">The MachineSet.</param>
    /// <param name="name">The Machine's name, which its bootstrap and infrastructure objects take too.</param>
    public static Machine Make(MachineSet set, string name)
    {
        var template = set.Spec.Template.Spec;
        return new Machine
        {
            Metadata = new ObjectMeta
            {
                Name = name,
                Namespace = set.Metadata.Namespace,
                Finalizers = [Finalizers.Machine],
                OwnerReferences = [set.AsController()],
                Labels = LabelsOf(set),
                Annotations = AnnotationsOf(set),
            },
            Spec = template with
            {
                ClusterName = set.Spec.ClusterName,
                Bootstrap = template.Bootstrap.ConfigRef is { } config
                    ? new Bootstrap { ConfigRef = Made(config, name) }
                    : template.Bootstrap,
                InfrastructureRef = Made(template.InfrastructureRef, name),
            },
        };
    }

    /// <summary>What of a Machine may change without replacing it, as the MachineSet wants it.</summary>
    /// <param name="set">The MachineSet.</param>
    /// <param name="machine">One of its Machines.</param>
    public static Machine Update(MachineSet set, Machine machine)
    {
        var template = set.Spec.Template.Spec;

        // On the way out only what decides about the way out still matters.
        if (machine.Metadata.IsDeleting)
        {
            return machine with
            {
                Spec = machine.Spec with { Deletion = Deletion(machine, template), Taints = Same.Or(machine.Spec.Taints, template.Taints) },
            };
        }

        return machine with
        {
            Metadata = machine.Metadata.WithLabels(LabelsOf(set)).WithAnnotations(AnnotationsOf(set)).WithOwner(set.AsController()),
            Spec = machine.Spec with
            {
                Deletion = Deletion(machine, template),
                MinReadySeconds = template.MinReadySeconds,
                ReadinessGates = Same.Or(machine.Spec.ReadinessGates, template.ReadinessGates),
                Taints = Same.Or(machine.Spec.Taints, template.Taints),
            },
        };
    }

    /// <summary>The labels of a MachineSet's Machines, and of the objects beside them.</summary>
    /// <param name="set">The MachineSet.</param>
    public static IReadOnlyDictionary<string, string> LabelsOf(MachineSet set)
    {
        var labels = new Dictionary<string, string>(set.Spec.Template.Metadata?.Labels ?? new Dictionary<string, string>(0))
        {
            [Labels.ClusterName] = set.Spec.ClusterName,
            [Labels.SetName] = Names.AsLabel(set.Metadata.Name),
        };
        if (set.Metadata.Labels.TryGetValue(Labels.DeploymentName, out var deployment))
        {
            labels[Labels.DeploymentName] = deployment;
        }

        return labels;
    }

    /// <summary>The annotations of a MachineSet's Machines, and of the objects beside them.</summary>
    /// <param name="set">The MachineSet.</param>
    public static IReadOnlyDictionary<string, string> AnnotationsOf(MachineSet set) =>
        set.Spec.Template.Metadata?.Annotations ?? new Dictionary<string, string>(0);

    // Admission gives every Machine a deletion timeout; a template without one does not take it away.
    private static MachineDeletionSpec? Deletion(Machine machine, MachineSpec template) =>
        template.Deletion is not { } wanted ? machine.Spec.Deletion
        : wanted.NodeDeletionTimeoutSeconds is null ? wanted with { NodeDeletionTimeoutSeconds = machine.Spec.Deletion?.NodeDeletionTimeoutSeconds }
        : wanted;

    private static ContractVersionedObjectReference Made(ContractVersionedObjectReference template, string name) =>
        new() { ApiGroup = template.ApiGroup, Kind = TemplateClone.KindOf(template.Kind), Name = name };
}
