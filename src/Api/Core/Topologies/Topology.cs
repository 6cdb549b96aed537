using Slipway.Api.Crds;

namespace Slipway.Api.Core.Topologies;

/// <summary>The topology.</summary>
public sealed record Topology
{
    /// <summary>The class ref.</summary>
    [Required]
    public ClusterClassRef ClassRef { get; init => field = value ?? new(); } = new();

    /// <summary>The control plane.</summary>
    public ControlPlaneTopology? ControlPlane { get; init; }

    /// <summary>The variables.</summary>
    [Limits(MinItems = 1, MaxItems = 1000)]
    [ListMap("name")]
    public IReadOnlyList<ClusterVariable> Variables { get; init => field = value ?? []; } = [];

    /// <summary>The version.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 256)]
    public string Version { get; init => field = value ?? ""; } = "";

    /// <summary>The workers.</summary>
    public WorkersTopology? Workers { get; init; }
}
