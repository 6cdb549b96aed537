using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;
using Slipway.Api.Infrastructure.Docker;

namespace Slipway.Api.Infrastructure.Dev;

/// <summary>A cluster's infrastructure as containers.</summary>
public sealed record DockerClusterBackendSpec
{
    /// <summary>The failure domains that machines can be placed in.</summary>
    [Limits(MinItems = 1, MaxItems = 100)]
    [ListMap("name")]
    public IReadOnlyList<FailureDomain> FailureDomains { get; init => field = value ?? []; } = [];

    /// <summary>The container that spreads requests over the API servers.</summary>
    public DockerLoadBalancer? LoadBalancer { get; init; }
}
