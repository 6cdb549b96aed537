using Slipway.Api.Crds;

namespace Slipway.Api.Core.Topologies;

/// <summary>A whole cluster in short, as a ClusterClass lays it out.</summary>
public sealed record Topology
{
    /// <summary>The ClusterClass.</summary>
    [Required]
    public ClusterClassRef ClassRef { get; init => field = value ?? new(); } = new();

    /// <summary>The control plane.</summary>
    public ControlPlaneTopology? ControlPlane { get; init; }

    /// <summary>Values for the variables of the ClusterClass.</summary>
    [Limits(MinItems = 1, MaxItems = 1000)]
    [ListMap("name")]
    public IReadOnlyList<ClusterVariable> Variables { get; init => field = value ?? []; } = [];

    /// <summary>The version of Kubernetes, as in "v1.31.0", of control plane and workers.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 256)]
    public string Version { get; init => field = value ?? ""; } = "";

    /// <summary>The workers.</summary>
    public WorkersTopology? Workers { get; init; }
}
