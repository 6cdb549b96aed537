using System.Collections.ObjectModel;
using Slipway.Api.Infrastructure.Docker;
using Slipway.Api.V1Beta1.Core.Shared;

namespace Slipway.Api.V1Beta1.Infrastructure.Dev;

/// <summary>A cluster's infrastructure as containers.</summary>
internal sealed record DockerClusterBackendSpec
{
    /// <summary>The failure domains that machines can be placed in.</summary>
    public IReadOnlyDictionary<string, FailureDomainSpec> FailureDomains { get; init => field = value ?? ReadOnlyDictionary<string, FailureDomainSpec>.Empty; } = ReadOnlyDictionary<string, FailureDomainSpec>.Empty;

    /// <summary>The container that spreads requests over the API servers.</summary>
    public DockerLoadBalancer? LoadBalancer { get; init; }
}
