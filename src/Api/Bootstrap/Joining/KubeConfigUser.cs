using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Bootstrap.Joining;

/// <summary>The kube config user.</summary>
[MinProperties(1)]
public sealed record KubeConfigUser : IOmitEmpty
{
    /// <summary>The auth provider.</summary>
    public KubeConfigAuthProvider? AuthProvider { get; init; }

    /// <summary>The exec.</summary>
    public KubeConfigAuthExec? Exec { get; init; }
}
