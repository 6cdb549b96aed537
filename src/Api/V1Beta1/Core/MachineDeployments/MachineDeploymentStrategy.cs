using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Core.MachineDeployments;

/// <summary>How machines are replaced.</summary>
internal sealed record MachineDeploymentStrategy
{
    /// <summary>How unhealthy machines are replaced.</summary>
    public RemediationStrategy? Remediation { get; init; }

    /// <summary>Settings of the rolling update; only with that type.</summary>
    public MachineRollingUpdateDeployment? RollingUpdate { get; init; }

    /// <summary>RollingUpdate: step by step by themselves. OnDelete: only when somebody deletes the old ones.</summary>
    [Allowed("RollingUpdate", "OnDelete")]
    public string? Type { get; init; }
}
