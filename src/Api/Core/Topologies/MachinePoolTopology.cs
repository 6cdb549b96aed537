using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;

namespace Slipway.Api.Core.Topologies;

/// <summary>The machine pool topology.</summary>
public sealed record MachinePoolTopology
{
    /// <summary>The class.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 256)]
    public string Class { get; init => field = value ?? ""; } = "";

    /// <summary>The deletion.</summary>
    public MachineDeletionSpec? Deletion { get; init; }

    /// <summary>The failure domains.</summary>
    [Limits(MinItems = 1, MaxItems = 100)]
    [AtomicList]
    [ItemLimits(MinLength = 1, MaxLength = 256)]
    public IReadOnlyList<string> FailureDomains { get; init => field = value ?? []; } = [];

    /// <summary>The metadata.</summary>
    public TemplateMetadata? Metadata { get; init; }

    /// <summary>The min ready seconds.</summary>
    [Limits(Minimum = 0)]
    public int? MinReadySeconds { get; init; }

    /// <summary>The name.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 63, Pattern = @"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$")]
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>The replicas.</summary>
    public int? Replicas { get; init; }

    /// <summary>The taints.</summary>
    [Limits(MinItems = 1, MaxItems = 64)]
    [ListMap("key", "effect")]
    public IReadOnlyList<MachineTaint> Taints { get; init => field = value ?? []; } = [];

    /// <summary>The variables.</summary>
    public TopologyVariables? Variables { get; init; }
}
