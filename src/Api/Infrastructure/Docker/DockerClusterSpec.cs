using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Infrastructure.Docker;

/// <summary>The docker cluster spec.</summary>
public sealed record DockerClusterSpec : IOmitEmpty
{
    /// <summary>The control plane endpoint.</summary>
    public APIEndpoint? ControlPlaneEndpoint { get; init; }

    /// <summary>The failure domains.</summary>
    [Limits(MinItems = 1, MaxItems = 100)]
    [ListMap("name")]
    public IReadOnlyList<FailureDomain> FailureDomains { get; init => field = value ?? []; } = [];

    /// <summary>The load balancer.</summary>
    public DockerLoadBalancer? LoadBalancer { get; init; }
}
