using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Infrastructure.Docker;

/// <summary>The infrastructure wanted.</summary>
public sealed record DockerClusterSpec : IOmitEmpty
{
    /// <summary>Where the API server of the cluster can be reached.</summary>
    public APIEndpoint? ControlPlaneEndpoint { get; init; }

    /// <summary>The failure domains that machines can be placed in.</summary>
    [Limits(MinItems = 1, MaxItems = 100)]
    [ListMap("name")]
    public IReadOnlyList<FailureDomain> FailureDomains { get; init => field = value ?? []; } = [];

    /// <summary>The container that spreads requests over the API servers.</summary>
    public DockerLoadBalancer? LoadBalancer { get; init; }
}
