using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Bootstrap.Kubeadm;

/// <summary>Where etcd runs; one of these.</summary>
[MinProperties(1)]
public sealed record Etcd : IOmitEmpty
{
    /// <summary>Elsewhere, looked after by others.</summary>
    public ExternalEtcd? External { get; init; }

    /// <summary>On the machines of the control plane.</summary>
    public LocalEtcd? Local { get; init; }
}
