using Slipway.Api.Bootstrap;
using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;

namespace Slipway.Api.ControlPlane;

/// <summary>The kubeadm control plane spec.</summary>
public sealed record KubeadmControlPlaneSpec
{
    /// <summary>The kubeadm config spec.</summary>
    public KubeadmConfigSpec? KubeadmConfigSpec { get; init; }

    /// <summary>The machine naming.</summary>
    public MachineNamingSpec? MachineNaming { get; init; }

    /// <summary>The machine template.</summary>
    [Required]
    public KubeadmControlPlaneMachineTemplate MachineTemplate { get; init => field = value ?? new(); } = new();

    /// <summary>The remediation.</summary>
    public KubeadmControlPlaneRemediationSpec? Remediation { get; init; }

    /// <summary>The replicas.</summary>
    public int? Replicas { get; init; }

    /// <summary>The rollout.</summary>
    public KubeadmControlPlaneRolloutSpec? Rollout { get; init; }

    /// <summary>The version.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 256)]
    public string Version { get; init => field = value ?? ""; } = "";
}
