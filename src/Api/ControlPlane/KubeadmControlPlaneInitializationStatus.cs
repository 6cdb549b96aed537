using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.ControlPlane;

/// <summary>The kubeadm control plane initialization status.</summary>
[MinProperties(1)]
public sealed record KubeadmControlPlaneInitializationStatus : IOmitEmpty
{
    /// <summary>The control plane initialized.</summary>
    public bool? ControlPlaneInitialized { get; init; }
}
