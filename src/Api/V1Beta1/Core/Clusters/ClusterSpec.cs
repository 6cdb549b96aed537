using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;
using Slipway.Api.V1Beta1.Core.Shared;

namespace Slipway.Api.V1Beta1.Core.Clusters;

/// <summary>The cluster spec.</summary>
internal sealed record ClusterSpec
{
    /// <summary>The availability gates.</summary>
    [Limits(MaxItems = 32)]
    [ListMap("conditionType")]
    public IReadOnlyList<MachineReadinessGate> AvailabilityGates { get; init => field = value ?? []; } = [];

    /// <summary>The cluster network.</summary>
    public ClusterNetwork? ClusterNetwork { get; init; }

    /// <summary>The control plane endpoint.</summary>
    public V1Beta1.Core.Shared.APIEndpoint? ControlPlaneEndpoint { get; init; }

    /// <summary>The control plane ref.</summary>
    public ObjectReference? ControlPlaneRef { get; init; }

    /// <summary>The infrastructure ref.</summary>
    public ObjectReference? InfrastructureRef { get; init; }

    /// <summary>The paused.</summary>
    public bool? Paused { get; init; }

    /// <summary>The topology.</summary>
    public V1Beta1.Core.Topologies.Topology? Topology { get; init; }
}
