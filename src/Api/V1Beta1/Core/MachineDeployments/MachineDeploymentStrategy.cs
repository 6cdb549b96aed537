using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Core.MachineDeployments;

/// <summary>The machine deployment strategy.</summary>
internal sealed record MachineDeploymentStrategy
{
    /// <summary>The remediation.</summary>
    public RemediationStrategy? Remediation { get; init; }

    /// <summary>The rolling update.</summary>
    public MachineRollingUpdateDeployment? RollingUpdate { get; init; }

    /// <summary>The type.</summary>
    [Allowed("RollingUpdate", "OnDelete")]
    public string? Type { get; init; }
}
