using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Bootstrap.Kubeadm;

/// <summary>The etcd.</summary>
[MinProperties(1)]
public sealed record Etcd : IOmitEmpty
{
    /// <summary>The external.</summary>
    public ExternalEtcd? External { get; init; }

    /// <summary>The local.</summary>
    public LocalEtcd? Local { get; init; }
}
