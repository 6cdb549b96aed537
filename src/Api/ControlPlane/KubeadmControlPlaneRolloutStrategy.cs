using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.ControlPlane;

/// <summary>How the machines of the control plane are replaced.</summary>
[MinProperties(1)]
public sealed record KubeadmControlPlaneRolloutStrategy : IOmitEmpty
{
    /// <summary>Settings of the rolling update.</summary>
    public KubeadmControlPlaneRollingUpdate? RollingUpdate { get; init; }

    /// <summary>RollingUpdate: one by one.</summary>
    [Required]
    [Allowed("RollingUpdate")]
    public string Type { get; init => field = value ?? ""; } = "";
}
