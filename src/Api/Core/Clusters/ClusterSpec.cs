using Slipway.Api.Core.Shared;
using Slipway.Api.Core.Topologies;
using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Core.Clusters;

/// <summary>The cluster spec.</summary>
[MinProperties(1)]
public sealed record ClusterSpec : IOmitEmpty
{
    /// <summary>The availability gates.</summary>
    [Limits(MinItems = 1, MaxItems = 32)]
    [ListMap("conditionType")]
    public IReadOnlyList<ClusterAvailabilityGate> AvailabilityGates { get; init => field = value ?? []; } = [];

    /// <summary>The cluster network.</summary>
    public ClusterNetwork? ClusterNetwork { get; init; }

    /// <summary>The control plane endpoint.</summary>
    public APIEndpoint? ControlPlaneEndpoint { get; init; }

    /// <summary>The control plane ref.</summary>
    public ContractVersionedObjectReference? ControlPlaneRef { get; init; }

    /// <summary>The infrastructure ref.</summary>
    public ContractVersionedObjectReference? InfrastructureRef { get; init; }

    /// <summary>The paused.</summary>
    public bool? Paused { get; init; }

    /// <summary>The topology.</summary>
    public Topology? Topology { get; init; }
}
