using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Bootstrap.Joining;

/// <summary>The timeouts.</summary>
[MinProperties(1)]
public sealed record Timeouts : IOmitEmpty
{
    /// <summary>The control plane component health check seconds.</summary>
    [Limits(Minimum = 0)]
    public int? ControlPlaneComponentHealthCheckSeconds { get; init; }

    /// <summary>The discovery seconds.</summary>
    [Limits(Minimum = 0)]
    public int? DiscoverySeconds { get; init; }

    /// <summary>The etcd API call seconds.</summary>
    [Limits(Minimum = 0)]
    public int? EtcdAPICallSeconds { get; init; }

    /// <summary>The kubelet health check seconds.</summary>
    [Limits(Minimum = 0)]
    public int? KubeletHealthCheckSeconds { get; init; }

    /// <summary>The kubernetes API call seconds.</summary>
    [Limits(Minimum = 0)]
    public int? KubernetesAPICallSeconds { get; init; }

    /// <summary>The tls bootstrap seconds.</summary>
    [Limits(Minimum = 0)]
    public int? TlsBootstrapSeconds { get; init; }
}
