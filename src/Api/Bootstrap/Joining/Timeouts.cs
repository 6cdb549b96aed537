using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Bootstrap.Joining;

/// <summary>How long kubeadm waits for each thing.</summary>
[MinProperties(1)]
public sealed record Timeouts : IOmitEmpty
{
    /// <summary>Seconds to wait for the programs of the control plane to become healthy; 240 where absent.</summary>
    [Limits(Minimum = 0)]
    public int? ControlPlaneComponentHealthCheckSeconds { get; init; }

    /// <summary>Seconds to wait for the cluster's information when joining; 300 where absent.</summary>
    [Limits(Minimum = 0)]
    public int? DiscoverySeconds { get; init; }

    /// <summary>Seconds to wait for each answer of etcd; 120 where absent.</summary>
    [Limits(Minimum = 0)]
    public int? EtcdAPICallSeconds { get; init; }

    /// <summary>Seconds to wait for kubelet to become healthy; 240 where absent.</summary>
    [Limits(Minimum = 0)]
    public int? KubeletHealthCheckSeconds { get; init; }

    /// <summary>Seconds to wait for each answer of the API server; 60 where absent.</summary>
    [Limits(Minimum = 0)]
    public int? KubernetesAPICallSeconds { get; init; }

    /// <summary>Seconds to wait for kubelet's certificate when joining; 300 where absent.</summary>
    [Limits(Minimum = 0)]
    public int? TlsBootstrapSeconds { get; init; }
}
