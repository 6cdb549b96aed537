using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Core.MachineDeployments;

/// <summary>The machine deployment rollout strategy.</summary>
[MinProperties(1)]
public sealed record MachineDeploymentRolloutStrategy : IOmitEmpty
{
    /// <summary>The rolling update.</summary>
    public MachineDeploymentRollingUpdate? RollingUpdate { get; init; }

    /// <summary>The type.</summary>
    [Required]
    [Allowed("RollingUpdate", "OnDelete")]
    public string Type { get; init => field = value ?? ""; } = "";
}
