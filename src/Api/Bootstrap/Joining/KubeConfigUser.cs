using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Bootstrap.Joining;

/// <summary>How to authenticate; one of these.</summary>
[MinProperties(1)]
public sealed record KubeConfigUser : IOmitEmpty
{
    /// <summary>By a plug-in of the client.</summary>
    public KubeConfigAuthProvider? AuthProvider { get; init; }

    /// <summary>By a program.</summary>
    public KubeConfigAuthExec? Exec { get; init; }
}
