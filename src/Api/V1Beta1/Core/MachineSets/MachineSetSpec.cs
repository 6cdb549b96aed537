using Slipway.Api.Crds;
using Slipway.Machinery.Objects;

namespace Slipway.Api.V1Beta1.Core.MachineSets;

/// <summary>The machine set spec.</summary>
internal sealed record MachineSetSpec
{
    /// <summary>The cluster name.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 63)]
    public string ClusterName { get; init => field = value ?? ""; } = "";

    /// <summary>The delete policy.</summary>
    [Allowed("Random", "Newest", "Oldest")]
    public string? DeletePolicy { get; init; }

    /// <summary>The machine naming strategy.</summary>
    public MachineNamingStrategy? MachineNamingStrategy { get; init; }

    /// <summary>The min ready seconds.</summary>
    public int? MinReadySeconds { get; init; }

    /// <summary>The replicas.</summary>
    public int? Replicas { get; init; }

    /// <summary>The selector.</summary>
    [Required]
    public LabelSelector Selector { get; init => field = value ?? new(); } = new();

    /// <summary>The template.</summary>
    public V1Beta1.Core.Machines.MachineTemplateSpec? Template { get; init; }
}
