using Slipway.Api.Core.Shared;
using Slipway.Api.Core.Topologies;
using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Core.Clusters;

/// <summary>What a cluster consists of.</summary>
[MinProperties(1)]
public sealed record ClusterSpec : IOmitEmpty
{
    /// <summary>Further conditions that must hold before the cluster counts as available.</summary>
    [Limits(MinItems = 1, MaxItems = 32)]
    [ListMap("conditionType")]
    public IReadOnlyList<ClusterAvailabilityGate> AvailabilityGates { get; init => field = value ?? []; } = [];

    /// <summary>The addresses and names inside the cluster.</summary>
    public ClusterNetwork? ClusterNetwork { get; init; }

    /// <summary>Where the API server of the cluster can be reached.</summary>
    public APIEndpoint? ControlPlaneEndpoint { get; init; }

    /// <summary>The object that runs the control plane, for example a KubeadmControlPlane.</summary>
    public ContractVersionedObjectReference? ControlPlaneRef { get; init; }

    /// <summary>The object that makes what all machines share, for example a DockerCluster.</summary>
    public ContractVersionedObjectReference? InfrastructureRef { get; init; }

    /// <summary>Whether nothing is done about the cluster and all that belongs to it.</summary>
    public bool? Paused { get; init; }

    /// <summary>The whole cluster in short, as a ClusterClass lays it out.</summary>
    public Topology? Topology { get; init; }
}
