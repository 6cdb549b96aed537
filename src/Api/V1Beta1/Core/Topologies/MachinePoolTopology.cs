using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Core.Topologies;

/// <summary>The machine pool topology.</summary>
internal sealed record MachinePoolTopology
{
    /// <summary>The class.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 256)]
    public string Class { get; init => field = value ?? ""; } = "";

    /// <summary>The failure domains.</summary>
    [Limits(MaxItems = 100)]
    [ItemLimits(MinLength = 1, MaxLength = 256)]
    public IReadOnlyList<string> FailureDomains { get; init => field = value ?? []; } = [];

    /// <summary>The metadata.</summary>
    public V1Beta1.Core.Shared.TemplateMetadata? Metadata { get; init; }

    /// <summary>The min ready seconds.</summary>
    public int? MinReadySeconds { get; init; }

    /// <summary>The name.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 63)]
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>The node deletion timeout.</summary>
    public string? NodeDeletionTimeout { get; init; }

    /// <summary>The node drain timeout.</summary>
    public string? NodeDrainTimeout { get; init; }

    /// <summary>The node volume detach timeout.</summary>
    public string? NodeVolumeDetachTimeout { get; init; }

    /// <summary>The replicas.</summary>
    public int? Replicas { get; init; }

    /// <summary>The taints.</summary>
    [Limits(MinItems = 1, MaxItems = 64)]
    [ListMap("key", "effect")]
    public IReadOnlyList<MachineTaint> Taints { get; init => field = value ?? []; } = [];

    /// <summary>The variables.</summary>
    public TopologyVariables? Variables { get; init; }
}
