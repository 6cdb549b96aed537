using Slipway.Api.Core.Machines;
using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;
using Slipway.Machinery.Objects;

namespace Slipway.Api.Core.MachineSets;

/// <summary>The machine set spec.</summary>
public sealed record MachineSetSpec
{
    /// <summary>The cluster name.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 63)]
    public string ClusterName { get; init => field = value ?? ""; } = "";

    /// <summary>The deletion.</summary>
    public MachineSetDeletionSpec? Deletion { get; init; }

    /// <summary>The machine naming.</summary>
    public MachineNamingSpec? MachineNaming { get; init; }

    /// <summary>The replicas.</summary>
    public int? Replicas { get; init; }

    /// <summary>The selector.</summary>
    [Required]
    public LabelSelector Selector { get; init => field = value ?? new(); } = new();

    /// <summary>The template.</summary>
    [Required]
    public MachineTemplateSpec Template { get; init => field = value ?? new(); } = new();
}
