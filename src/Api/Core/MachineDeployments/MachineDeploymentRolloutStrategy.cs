using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Core.MachineDeployments;

/// <summary>How machines are replaced.</summary>
[MinProperties(1)]
public sealed record MachineDeploymentRolloutStrategy : IOmitEmpty
{
    /// <summary>Settings of the rolling update; only with that type.</summary>
    public MachineDeploymentRollingUpdate? RollingUpdate { get; init; }

    /// <summary>RollingUpdate: step by step by themselves. OnDelete: only when somebody deletes the old ones.</summary>
    [Required]
    [Allowed("RollingUpdate", "OnDelete")]
    public string Type { get; init => field = value ?? ""; } = "";
}
