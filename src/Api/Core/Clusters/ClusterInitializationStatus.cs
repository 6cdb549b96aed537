using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Core.Clusters;

/// <summary>The cluster initialization status.</summary>
[MinProperties(1)]
public sealed record ClusterInitializationStatus : IOmitEmpty
{
    /// <summary>The control plane initialized.</summary>
    public bool? ControlPlaneInitialized { get; init; }

    /// <summary>The infrastructure provisioned.</summary>
    public bool? InfrastructureProvisioned { get; init; }
}
