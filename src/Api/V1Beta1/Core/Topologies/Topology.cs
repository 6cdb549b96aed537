using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Core.Topologies;

/// <summary>The topology.</summary>
internal sealed record Topology
{
    /// <summary>The class.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 253)]
    public string Class { get; init => field = value ?? ""; } = "";

    /// <summary>The class namespace.</summary>
    [Limits(MinLength = 1, MaxLength = 63, Pattern = "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$")]
    public string? ClassNamespace { get; init; }

    /// <summary>The control plane.</summary>
    public ControlPlaneTopology? ControlPlane { get; init; }

    /// <summary>The rollout after.</summary>
    public DateTimeOffset? RolloutAfter { get; init; }

    /// <summary>The variables.</summary>
    [Limits(MaxItems = 1000)]
    [ListMap("name")]
    public IReadOnlyList<ClusterVariable> Variables { get; init => field = value ?? []; } = [];

    /// <summary>The version.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 256)]
    public string Version { get; init => field = value ?? ""; } = "";

    /// <summary>The workers.</summary>
    public WorkersTopology? Workers { get; init; }
}
