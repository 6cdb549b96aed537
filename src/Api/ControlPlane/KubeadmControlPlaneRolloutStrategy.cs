using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.ControlPlane;

/// <summary>The kubeadm control plane rollout strategy.</summary>
[MinProperties(1)]
public sealed record KubeadmControlPlaneRolloutStrategy : IOmitEmpty
{
    /// <summary>The rolling update.</summary>
    public KubeadmControlPlaneRollingUpdate? RollingUpdate { get; init; }

    /// <summary>The type.</summary>
    [Required]
    [Allowed("RollingUpdate")]
    public string Type { get; init => field = value ?? ""; } = "";
}
