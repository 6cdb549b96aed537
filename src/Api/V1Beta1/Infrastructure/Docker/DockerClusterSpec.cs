using System.Collections.ObjectModel;
using Slipway.Api.Infrastructure.Docker;
using Slipway.Api.V1Beta1.Core.Shared;

namespace Slipway.Api.V1Beta1.Infrastructure.Docker;

/// <summary>The docker cluster spec.</summary>
internal sealed record DockerClusterSpec
{
    /// <summary>The control plane endpoint.</summary>
    public APIEndpoint? ControlPlaneEndpoint { get; init; }

    /// <summary>The failure domains.</summary>
    public IReadOnlyDictionary<string, FailureDomainSpec> FailureDomains { get; init => field = value ?? ReadOnlyDictionary<string, FailureDomainSpec>.Empty; } = ReadOnlyDictionary<string, FailureDomainSpec>.Empty;

    /// <summary>The load balancer.</summary>
    public DockerLoadBalancer? LoadBalancer { get; init; }
}
