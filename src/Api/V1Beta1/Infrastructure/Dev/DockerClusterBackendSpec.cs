using System.Collections.ObjectModel;
using Slipway.Api.Infrastructure.Docker;
using Slipway.Api.V1Beta1.Core.Shared;

namespace Slipway.Api.V1Beta1.Infrastructure.Dev;

/// <summary>The docker cluster backend spec.</summary>
internal sealed record DockerClusterBackendSpec
{
    /// <summary>The failure domains.</summary>
    public IReadOnlyDictionary<string, FailureDomainSpec> FailureDomains { get; init => field = value ?? ReadOnlyDictionary<string, FailureDomainSpec>.Empty; } = ReadOnlyDictionary<string, FailureDomainSpec>.Empty;

    /// <summary>The load balancer.</summary>
    public DockerLoadBalancer? LoadBalancer { get; init; }
}
