namespace Slipway.Api.ControlPlane;

/// <summary>The kubeadm control plane deprecated status.</summary>
public sealed record KubeadmControlPlaneDeprecatedStatus
{
    /// <summary>The v1beta1.</summary>
    public KubeadmControlPlaneV1Beta1DeprecatedStatus? V1beta1 { get; init; }
}
