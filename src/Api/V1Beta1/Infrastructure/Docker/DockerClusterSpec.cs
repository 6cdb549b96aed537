using System.Collections.ObjectModel;
using Slipway.Api.Infrastructure.Docker;
using Slipway.Api.V1Beta1.Core.Shared;

namespace Slipway.Api.V1Beta1.Infrastructure.Docker;

/// <summary>The infrastructure wanted.</summary>
internal sealed record DockerClusterSpec
{
    /// <summary>Where the API server of the cluster can be reached.</summary>
    public APIEndpoint? ControlPlaneEndpoint { get; init; }

    /// <summary>The failure domains that machines can be placed in.</summary>
    public IReadOnlyDictionary<string, FailureDomainSpec> FailureDomains { get; init => field = value ?? ReadOnlyDictionary<string, FailureDomainSpec>.Empty; } = ReadOnlyDictionary<string, FailureDomainSpec>.Empty;

    /// <summary>The container that spreads requests over the API servers.</summary>
    public DockerLoadBalancer? LoadBalancer { get; init; }
}
