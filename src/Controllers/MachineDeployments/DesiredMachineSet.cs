using System.Globalization;
using Slipway.Api.Core;
using Slipway.Api.Core.MachineDeployments;
using Slipway.Api.Core.Machines;
using Slipway.Api.Core.MachineSets;
using Slipway.Api.Core.Shared;
using Slipway.Controllers.MachineDeployments.Rollout;
using Slipway.Controllers.Shared;
using Slipway.Machinery.Objects;

namespace Slipway.Controllers.MachineDeployments;

/// <summary>A MachineSet as its MachineDeployment wants it: made new, or kept in step without replacing Machines.</summary>
internal static class DesiredMachineSet
{
    // kubectl's note is about the object it was applied to, and the others are each MachineSet's own.
    private static readonly HashSet<string> NotCopied =
    [
        "kubectl.kubernetes.io/last-applied-configuration",
        Annotations.Revision,
        Annotations.RevisionHistory,
        Annotations.DesiredReplicas,
        Annotations.MaxReplicas,
        Annotations.ConversionContent,
    ];

    private static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>(0);

    /// <summary>A new MachineSet for the MachineDeployment's template, with no Machines yet.</summary>
    /// <param name="deployment">The MachineDeployment.</param>
    /// <param name="random">Where the end of its name comes from.</param>
    public static MachineSet Make(MachineDeployment deployment, RandomSource random)
    {
        var end = random.NextSuffix();
        var hash = $"{Hash(deployment.Spec.Template.Spec)}-{end}";
        var selector = deployment.Spec.Selector with
        {
            MatchLabels = new Dictionary<string, string>(deployment.Spec.Selector.MatchLabels) { [Labels.MachineTemplateHash] = hash },
        };
        return Update(deployment, new MachineSet
        {
            Metadata = new ObjectMeta
            {
                Name = Names.Join(deployment.Metadata.Name + "-", end),
                Namespace = deployment.Metadata.Namespace,
                Finalizers = [Finalizers.MachineSet],
                OwnerReferences = [deployment.AsController()],
                Labels = new Dictionary<string, string> { [Labels.MachineTemplateHash] = hash },
            },
            Spec = new MachineSetSpec
            {
                ClusterName = deployment.Spec.ClusterName,
                Replicas = 0,
                Selector = selector,
                Template = new MachineTemplateSpec { Spec = deployment.Spec.Template.Spec },
            },
        });
    }

    /// <summary>What of a MachineSet may change without replacing its Machines, as the MachineDeployment wants it.</summary>
    /// <param name="deployment">The MachineDeployment.</param>
    /// <param name="set">One of its MachineSets.</param>
    public static MachineSet Update(MachineDeployment deployment, MachineSet set)
    {
        var template = deployment.Spec.Template;
        var labels = new Dictionary<string, string>(template.Metadata?.Labels ?? None)
        {
            [Labels.ClusterName] = deployment.Spec.ClusterName,
            [Labels.DeploymentName] = deployment.Metadata.Name,
        };
        if (set.Metadata.Labels.TryGetValue(Labels.MachineTemplateHash, out var hash))
        {
            labels[Labels.MachineTemplateHash] = hash;
        }

        // A label that left the template leaves the MachineSet too; other labels on it are other people's.
        var gone = (set.Spec.Template.Metadata?.Labels.Keys ?? []).Where(k => !labels.ContainsKey(k));
        var metadata = gone.Aggregate(set.Metadata, static (m, key) => m.WithoutLabel(key))
            .WithLabels(labels)
            .WithAnnotations(deployment.Metadata.Annotations.Where(a => !NotCopied.Contains(a.Key)))
            .WithOwner(deployment.AsController());
        var machine = set.Spec.Template.Spec with
        {
            Deletion = template.Spec.Deletion,
            MinReadySeconds = template.Spec.MinReadySeconds,
            ReadinessGates = Same.Or(set.Spec.Template.Spec.ReadinessGates, template.Spec.ReadinessGates),
            Taints = Same.Or(set.Spec.Template.Spec.Taints, template.Spec.Taints),
        };
        return set with
        {
            Metadata = metadata,
            Spec = set.Spec with
            {
                Deletion = deployment.Spec.Deletion?.Order is { } order ? new MachineSetDeletionSpec { Order = order } : null,
                MachineNaming = deployment.Spec.MachineNaming,
                Template = new MachineTemplateSpec
                {
                    Metadata = Metadata(set.Spec.Template.Metadata ?? new(), labels, template.Metadata?.Annotations ?? None),
                    Spec = machine,
                },
            },
        };
    }

    private static TemplateMetadata Metadata(
        TemplateMetadata present, IReadOnlyDictionary<string, string> labels, IReadOnlyDictionary<string, string> annotations) =>
        new() { Labels = Same.Or(present.Labels, labels), Annotations = Same.Or(present.Annotations, annotations) };

    /// <summary>With the notes that a rollout keeps on a MachineSet.</summary>
    /// <param name="set">The MachineSet.</param>
    /// <param name="state">The rollout's numbers.</param>
    /// <param name="revision">The revision of the current MachineSet; null for old ones, which keep theirs.</param>
    /// <param name="disableCreate">Whether it must not make Machines.</param>
    public static MachineSet Note(MachineSet set, RolloutState state, long? revision, string disableCreate)
    {
        var metadata = set.Metadata
            .WithAnnotation(Annotations.DesiredReplicas, Text(state.Desired))
            .WithAnnotation(Annotations.MaxReplicas, Text(state.Most))
            .WithAnnotation(Annotations.DisableMachineCreate, disableCreate);
        if (revision is { } number && Revision(set) is var before && before < number)
        {
            if (before > 0)
            {
                var history = metadata.Annotations.TryGetValue(Annotations.RevisionHistory, out var earlier) && earlier.Length > 0 ? $"{earlier},{before}" : Text(before);
                metadata = metadata.WithAnnotation(Annotations.RevisionHistory, history);
            }

            metadata = metadata.WithAnnotation(Annotations.Revision, Text(number));
        }

        return set with { Metadata = metadata };
    }

    /// <summary>The revision that a MachineSet stands for; 0 where none was noted.</summary>
    /// <param name="set">The MachineSet.</param>
    public static long Revision(MachineSet set) =>
        set.Metadata.Annotations.TryGetValue(Annotations.Revision, out var text)
        && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
            ? revision
            : 0;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static uint Hash(MachineSpec spec) => Names.Fnv32(string.Join(
        '|', spec.Version, spec.FailureDomain, spec.Bootstrap.ConfigRef, spec.Bootstrap.DataSecretName, spec.InfrastructureRef));
}
