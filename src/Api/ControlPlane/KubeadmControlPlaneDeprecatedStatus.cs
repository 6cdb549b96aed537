namespace Slipway.Api.ControlPlane;

/// <summary>What only older API versions say about the state.</summary>
public sealed record KubeadmControlPlaneDeprecatedStatus
{
    /// <summary>The state in the words of v1beta1.</summary>
    public KubeadmControlPlaneV1Beta1DeprecatedStatus? V1beta1 { get; init; }
}
