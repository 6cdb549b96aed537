using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.ControlPlane;

/// <summary>What has been done once for the control plane; it is not undone.</summary>
[MinProperties(1)]
public sealed record KubeadmControlPlaneInitializationStatus : IOmitEmpty
{
    /// <summary>Whether kubeadm init has succeeded, so that other machines can join.</summary>
    public bool? ControlPlaneInitialized { get; init; }
}
