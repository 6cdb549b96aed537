using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.ControlPlane;

/// <summary>The kubeadm control plane rolling update.</summary>
[MinProperties(1)]
public sealed record KubeadmControlPlaneRollingUpdate : IOmitEmpty
{
    /// <summary>The max surge.</summary>
    public IntOrString? MaxSurge { get; init; }
}
