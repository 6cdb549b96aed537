using Slipway.Api.Core.Machines;
using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;
using Slipway.Machinery.Objects;

namespace Slipway.Api.Core.MachineDeployments;

/// <summary>The workers wanted.</summary>
public sealed record MachineDeploymentSpec
{
    /// <summary>The name of the Cluster that this belongs to, in the same namespace. It cannot be changed.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 63)]
    public string ClusterName { get; init => field = value ?? ""; } = "";

    /// <summary>Which machines go first when there are too many.</summary>
    public MachineDeploymentDeletionSpec? Deletion { get; init; }

    /// <summary>How the machines are named.</summary>
    public MachineNamingSpec? MachineNaming { get; init; }

    /// <summary>Whether changes of the template wait.</summary>
    public bool? Paused { get; init; }

    /// <summary>How unhealthy machines are replaced.</summary>
    public MachineDeploymentRemediationSpec? Remediation { get; init; }

    /// <summary>How many machines there are to be; 1 where absent.</summary>
    public int? Replicas { get; init; }

    /// <summary>When and how machines are replaced.</summary>
    public MachineDeploymentRolloutSpec? Rollout { get; init; }

    /// <summary>Which machines belong to this object; the labels of the template must match.</summary>
    [Required]
    public LabelSelector Selector { get; init => field = value ?? new(); } = new();

    /// <summary>The machines; a change of it replaces them all.</summary>
    [Required]
    public MachineTemplateSpec Template { get; init => field = value ?? new(); } = new();
}
