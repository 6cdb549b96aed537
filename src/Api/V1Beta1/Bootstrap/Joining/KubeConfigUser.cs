using Slipway.Api.Bootstrap.Joining;

namespace Slipway.Api.V1Beta1.Bootstrap.Joining;

/// <summary>The kube config user.</summary>
internal sealed record KubeConfigUser
{
    /// <summary>The auth provider.</summary>
    public KubeConfigAuthProvider? AuthProvider { get; init; }

    /// <summary>The exec.</summary>
    public KubeConfigAuthExec? Exec { get; init; }
}
