using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;
using Slipway.Api.Infrastructure.Docker;

namespace Slipway.Api.Infrastructure.Dev;

/// <summary>The docker cluster backend spec.</summary>
public sealed record DockerClusterBackendSpec
{
    /// <summary>The failure domains.</summary>
    [Limits(MinItems = 1, MaxItems = 100)]
    [ListMap("name")]
    public IReadOnlyList<FailureDomain> FailureDomains { get; init => field = value ?? []; } = [];

    /// <summary>The load balancer.</summary>
    public DockerLoadBalancer? LoadBalancer { get; init; }
}
