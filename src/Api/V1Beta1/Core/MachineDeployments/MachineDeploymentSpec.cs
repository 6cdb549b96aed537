using Slipway.Api.Crds;
using Slipway.Api.V1Beta1.Core.MachineSets;
using Slipway.Machinery.Objects;

namespace Slipway.Api.V1Beta1.Core.MachineDeployments;

/// <summary>The workers wanted.</summary>
internal sealed record MachineDeploymentSpec
{
    /// <summary>The name of the Cluster that this belongs to, in the same namespace. It cannot be changed.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 63)]
    public string ClusterName { get; init => field = value ?? ""; } = "";

    /// <summary>How the machines are named.</summary>
    public MachineNamingStrategy? MachineNamingStrategy { get; init; }

    /// <summary>For how many seconds a machine must be ready before it counts as available.</summary>
    public int? MinReadySeconds { get; init; }

    /// <summary>Whether changes of the template wait.</summary>
    public bool? Paused { get; init; }

    /// <summary>After how many seconds without progress a rollout counts as failed; no longer of use.</summary>
    public int? ProgressDeadlineSeconds { get; init; }

    /// <summary>How many machines there are to be; 1 where absent.</summary>
    public int? Replicas { get; init; }

    /// <summary>How many old sets are kept; no longer of use.</summary>
    public int? RevisionHistoryLimit { get; init; }

    /// <summary>Machines made before this time are replaced once it has passed.</summary>
    public DateTimeOffset? RolloutAfter { get; init; }

    /// <summary>Which machines belong to this object; the labels of the template must match.</summary>
    [Required]
    public LabelSelector Selector { get; init => field = value ?? new(); } = new();

    /// <summary>How machines are replaced.</summary>
    public MachineDeploymentStrategy? Strategy { get; init; }

    /// <summary>The machines; a change of it replaces them all.</summary>
    [Required]
    public V1Beta1.Core.Machines.MachineTemplateSpec Template { get; init => field = value ?? new(); } = new();
}
