namespace Slipway.Api.V1Beta1.Bootstrap.Kubeadm;

/// <summary>The etcd.</summary>
internal sealed record Etcd
{
    /// <summary>The external.</summary>
    public ExternalEtcd? External { get; init; }

    /// <summary>The local.</summary>
    public LocalEtcd? Local { get; init; }
}
