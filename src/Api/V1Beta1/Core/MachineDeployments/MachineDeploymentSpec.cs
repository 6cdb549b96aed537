using Slipway.Api.Crds;
using Slipway.Api.V1Beta1.Core.MachineSets;
using Slipway.Machinery.Objects;

namespace Slipway.Api.V1Beta1.Core.MachineDeployments;

/// <summary>The machine deployment spec.</summary>
internal sealed record MachineDeploymentSpec
{
    /// <summary>The cluster name.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 63)]
    public string ClusterName { get; init => field = value ?? ""; } = "";

    /// <summary>The machine naming strategy.</summary>
    public MachineNamingStrategy? MachineNamingStrategy { get; init; }

    /// <summary>The min ready seconds.</summary>
    public int? MinReadySeconds { get; init; }

    /// <summary>The paused.</summary>
    public bool? Paused { get; init; }

    /// <summary>The progress deadline seconds.</summary>
    public int? ProgressDeadlineSeconds { get; init; }

    /// <summary>The replicas.</summary>
    public int? Replicas { get; init; }

    /// <summary>The revision history limit.</summary>
    public int? RevisionHistoryLimit { get; init; }

    /// <summary>The rollout after.</summary>
    public DateTimeOffset? RolloutAfter { get; init; }

    /// <summary>The selector.</summary>
    [Required]
    public LabelSelector Selector { get; init => field = value ?? new(); } = new();

    /// <summary>The strategy.</summary>
    public MachineDeploymentStrategy? Strategy { get; init; }

    /// <summary>The template.</summary>
    [Required]
    public V1Beta1.Core.Machines.MachineTemplateSpec Template { get; init => field = value ?? new(); } = new();
}
