using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Core.Topologies;

/// <summary>A whole cluster in short, as a ClusterClass lays it out.</summary>
internal sealed record Topology
{
    /// <summary>The ClusterClass.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 253)]
    public string Class { get; init => field = value ?? ""; } = "";

    /// <summary>The ClusterClass's namespace; absent for the cluster's own.</summary>
    [Limits(MinLength = 1, MaxLength = 63, Pattern = "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$")]
    public string? ClassNamespace { get; init; }

    /// <summary>The control plane.</summary>
    public ControlPlaneTopology? ControlPlane { get; init; }

    /// <summary>Machines made before this time are replaced once it has passed.</summary>
    public DateTimeOffset? RolloutAfter { get; init; }

    /// <summary>Values for the variables of the ClusterClass.</summary>
    [Limits(MaxItems = 1000)]
    [ListMap("name")]
    public IReadOnlyList<ClusterVariable> Variables { get; init => field = value ?? []; } = [];

    /// <summary>The version of Kubernetes, as in "v1.31.0", of control plane and workers.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 256)]
    public string Version { get; init => field = value ?? ""; } = "";

    /// <summary>The workers.</summary>
    public WorkersTopology? Workers { get; init; }
}
