using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;
using Slipway.Api.V1Beta1.Core.Shared;

namespace Slipway.Api.V1Beta1.Core.Clusters;

/// <summary>What a cluster consists of.</summary>
internal sealed record ClusterSpec
{
    /// <summary>Further conditions that must hold before the cluster counts as available.</summary>
    [Limits(MaxItems = 32)]
    [ListMap("conditionType")]
    public IReadOnlyList<MachineReadinessGate> AvailabilityGates { get; init => field = value ?? []; } = [];

    /// <summary>The addresses and names inside the cluster.</summary>
    public ClusterNetwork? ClusterNetwork { get; init; }

    /// <summary>Where the API server of the cluster can be reached.</summary>
    public V1Beta1.Core.Shared.APIEndpoint? ControlPlaneEndpoint { get; init; }

    /// <summary>The object that runs the control plane, for example a KubeadmControlPlane.</summary>
    public ObjectReference? ControlPlaneRef { get; init; }

    /// <summary>The object that makes what all machines share, for example a DockerCluster.</summary>
    public ObjectReference? InfrastructureRef { get; init; }

    /// <summary>Whether nothing is done about the cluster and all that belongs to it.</summary>
    public bool? Paused { get; init; }

    /// <summary>The whole cluster in short, as a ClusterClass lays it out.</summary>
    public V1Beta1.Core.Topologies.Topology? Topology { get; init; }
}
