using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Core.Clusters;

/// <summary>What has been done once for the cluster; others wait for it, and it is not undone.</summary>
[MinProperties(1)]
public sealed record ClusterInitializationStatus : IOmitEmpty
{
    /// <summary>Whether the API server has once answered.</summary>
    public bool? ControlPlaneInitialized { get; init; }

    /// <summary>Whether the cluster's infrastructure has once been complete.</summary>
    public bool? InfrastructureProvisioned { get; init; }
}
