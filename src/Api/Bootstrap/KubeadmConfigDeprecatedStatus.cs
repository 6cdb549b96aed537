namespace Slipway.Api.Bootstrap;

/// <summary>The kubeadm config deprecated status.</summary>
public sealed record KubeadmConfigDeprecatedStatus
{
    /// <summary>The v1beta1.</summary>
    public KubeadmConfigV1Beta1DeprecatedStatus? V1beta1 { get; init; }
}
