using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.ControlPlane;

/// <summary>The kubeadm control plane rollout spec.</summary>
[MinProperties(1)]
public sealed record KubeadmControlPlaneRolloutSpec : IOmitEmpty
{
    /// <summary>The after.</summary>
    public DateTimeOffset? After { get; init; }

    /// <summary>The before.</summary>
    public KubeadmControlPlaneRolloutBeforeSpec? Before { get; init; }

    /// <summary>The strategy.</summary>
    public KubeadmControlPlaneRolloutStrategy? Strategy { get; init; }
}
