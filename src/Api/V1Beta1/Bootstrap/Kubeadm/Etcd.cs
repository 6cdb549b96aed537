namespace Slipway.Api.V1Beta1.Bootstrap.Kubeadm;

/// <summary>Where etcd runs; one of these.</summary>
internal sealed record Etcd
{
    /// <summary>Elsewhere, looked after by others.</summary>
    public ExternalEtcd? External { get; init; }

    /// <summary>On the machines of the control plane.</summary>
    public LocalEtcd? Local { get; init; }
}
