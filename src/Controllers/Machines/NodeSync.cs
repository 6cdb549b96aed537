using System.Globalization;
using Slipway.Api.Core;
using Slipway.Api.Core.Shared;
using Slipway.Api.Kubernetes.Nodes;
using Slipway.Controllers.Shared;
using Slipway.Machinery.Objects;

namespace Slipway.Controllers.Machines;

/// <summary>What a Node carries of its Machine: some labels, annotations and taints. What others set stays.</summary>
internal static class NodeSync
{
    private const string Always = "Always";

    /// <summary>The Node as it is to be.</summary>
    /// <param name="view">What is, with a Node.</param>
    /// <param name="node">The Node.</param>
    public static Node Wanted(View view, Node node)
    {
        var metadata = Identity(view, node.Metadata);
        metadata = Synced(metadata, view.Machine.Metadata.Labels, Annotations.LabelsFromMachine, isLabel: true);
        metadata = Synced(metadata, view.Machine.Metadata.Annotations, Annotations.AnnotationsFromMachine, isLabel: false);
        if (view.InfrastructureMachine?.Interruptible == true)
        {
            metadata = metadata.WithLabel(Labels.Interruptible, "");
        }

        var taints = Taints(view, node, ref metadata);
        return node with { Metadata = metadata, Spec = node.Spec with { Taints = Same.Or(node.Spec.Taints, taints) } };
    }

    /// <summary>Whether a label or annotation of a Machine is meant for its Node.</summary>
    /// <param name="key">The key.</param>
    /// <param name="isLabel">Whether it is a label.</param>
    internal static bool IsSynced(string key, bool isLabel)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
        {
            return false;
        }

        var domain = key[..slash];
        return In(domain, Labels.ManagedNodeDomain)
            || (isLabel && (domain == "node-role.kubernetes.io" || In(domain, Labels.NodeRestrictionDomain)));
    }

    private static bool In(string domain, string parent) =>
        domain == parent || domain.EndsWith("." + parent, StringComparison.Ordinal);

    private static ObjectMeta Identity(View view, ObjectMeta metadata)
    {
        var machine = view.Machine;
        metadata = metadata
            .WithAnnotation(Annotations.ClusterName, machine.Spec.ClusterName)
            .WithAnnotation(Annotations.ClusterNamespace, machine.Metadata.Namespace)
            .WithAnnotation(Annotations.Machine, machine.Metadata.Name);
        return machine.Metadata.ControllerOwner is { } owner
            ? metadata.WithAnnotation(Annotations.OwnerKind, owner.Kind).WithAnnotation(Annotations.OwnerName, owner.Name)
            : metadata.WithoutAnnotation(Annotations.OwnerKind).WithoutAnnotation(Annotations.OwnerName);
    }

    /// <summary>Sets what the Machine has and takes away what it had: an annotation on the Node remembers the keys.</summary>
    private static ObjectMeta Synced(ObjectMeta metadata, IReadOnlyDictionary<string, string> source, string memory, bool isLabel)
    {
        var wanted = source.Where(p => IsSynced(p.Key, isLabel)).OrderBy(p => p.Key, StringComparer.Ordinal).ToList();
        foreach (var key in Remembered(metadata, memory).Where(k => wanted.TrueForAll(p => p.Key != k)))
        {
            metadata = isLabel ? metadata.WithoutLabel(key) : metadata.WithoutAnnotation(key);
        }

        metadata = isLabel ? metadata.WithLabels(wanted) : metadata.WithAnnotations(wanted);
        return metadata.WithAnnotation(memory, string.Join(',', wanted.Select(p => p.Key)));
    }

    private static string[] Remembered(ObjectMeta metadata, string memory) =>
        metadata.Annotations.GetValueOrDefault(memory)?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static List<Taint> Taints(View view, Node node, ref ObjectMeta metadata)
    {
        var taints = node.Spec.Taints.ToList();
        var first = !metadata.Annotations.ContainsKey(Annotations.TaintsFromMachine);
        var lasting = view.Machine.Spec.Taints.Where(t => t.Propagation == Always).ToList();
        foreach (var gone in Remembered(metadata, Annotations.TaintsFromMachine).Where(n => lasting.TrueForAll(t => Named(t) != n)))
        {
            taints.RemoveAll(t => $"{t.Key}:{t.Effect}" == gone);
        }

        foreach (var taint in view.Machine.Spec.Taints.Where(t => first || t.Propagation == Always))
        {
            Ensure(taints, new Taint { Key = taint.Key, Effect = taint.Effect, Value = taint.Value });
        }

        // The bootstrap provider keeps work away with this taint until labels and taints stand.
        taints.RemoveAll(t => t.Key == TaintKeys.NodeUninitialized);
        if (IsOutdated(view))
        {
            Ensure(taints, new Taint { Key = TaintKeys.NodeOutdatedRevision, Effect = "PreferNoSchedule" });
        }
        else
        {
            taints.RemoveAll(t => t.Key == TaintKeys.NodeOutdatedRevision);
        }

        metadata = metadata.WithAnnotation(Annotations.TaintsFromMachine, string.Join(',', lasting.Select(Named).Order(StringComparer.Ordinal)));
        return taints;
    }

    private static string Named(MachineTaint taint) => $"{taint.Key}:{taint.Effect}";

    private static void Ensure(List<Taint> taints, Taint wanted)
    {
        var at = taints.FindIndex(t => t.Key == wanted.Key && t.Effect == wanted.Effect);
        if (at < 0)
        {
            taints.Add(wanted);
        }
        else if (taints[at].Value != wanted.Value)
        {
            taints[at] = taints[at] with { Value = wanted.Value };
        }
    }

    private static bool IsOutdated(View view) =>
        view is { Set: { } set, Deployment: { } deployment } && Revision(set.Metadata) < Revision(deployment.Metadata);

    private static long Revision(ObjectMeta metadata) =>
        long.TryParse(metadata.Annotations.GetValueOrDefault(Annotations.Revision), NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : 0;
}
