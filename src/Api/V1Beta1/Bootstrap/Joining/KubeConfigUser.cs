using Slipway.Api.Bootstrap.Joining;

namespace Slipway.Api.V1Beta1.Bootstrap.Joining;

/// <summary>How to authenticate; one of these.</summary>
internal sealed record KubeConfigUser
{
    /// <summary>By a plug-in of the client.</summary>
    public KubeConfigAuthProvider? AuthProvider { get; init; }

    /// <summary>By a program.</summary>
    public KubeConfigAuthExec? Exec { get; init; }
}
