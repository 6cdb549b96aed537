namespace Slipway.Api.Bootstrap;

/// <summary>What only older API versions say about the state.</summary>
public sealed record KubeadmConfigDeprecatedStatus
{
    /// <summary>The state in the words of v1beta1.</summary>
    public KubeadmConfigV1Beta1DeprecatedStatus? V1beta1 { get; init; }
}
