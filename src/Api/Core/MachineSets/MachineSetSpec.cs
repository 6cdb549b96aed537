using Slipway.Api.Core.Machines;
using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;
using Slipway.Machinery.Objects;

namespace Slipway.Api.Core.MachineSets;

/// <summary>The machines wanted.</summary>
public sealed record MachineSetSpec
{
    /// <summary>The name of the Cluster that this belongs to, in the same namespace. It cannot be changed.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 63)]
    public string ClusterName { get; init => field = value ?? ""; } = "";

    /// <summary>Which machines go first when there are too many.</summary>
    public MachineSetDeletionSpec? Deletion { get; init; }

    /// <summary>How the machines are named.</summary>
    public MachineNamingSpec? MachineNaming { get; init; }

    /// <summary>How many machines there are to be; 1 where absent.</summary>
    public int? Replicas { get; init; }

    /// <summary>Which machines belong to this object; the labels of the template must match.</summary>
    [Required]
    public LabelSelector Selector { get; init => field = value ?? new(); } = new();

    /// <summary>The machines to make. A change of it does not touch those that exist.</summary>
    [Required]
    public MachineTemplateSpec Template { get; init => field = value ?? new(); } = new();
}
