using Slipway.Api.Crds;
using Slipway.Api.V1Beta1.Core.MachineSets;

namespace Slipway.Api.V1Beta1.ControlPlane;

/// <summary>The kubeadm control plane spec.</summary>
internal sealed record KubeadmControlPlaneSpec
{
    /// <summary>The kubeadm config spec.</summary>
    [Required]
    public V1Beta1.Bootstrap.KubeadmConfigSpec KubeadmConfigSpec { get; init => field = value ?? new(); } = new();

    /// <summary>The machine naming strategy.</summary>
    public MachineNamingStrategy? MachineNamingStrategy { get; init; }

    /// <summary>The machine template.</summary>
    [Required]
    public KubeadmControlPlaneMachineTemplate MachineTemplate { get; init => field = value ?? new(); } = new();

    /// <summary>The remediation strategy.</summary>
    public RemediationStrategy? RemediationStrategy { get; init; }

    /// <summary>The replicas.</summary>
    public int? Replicas { get; init; }

    /// <summary>The rollout after.</summary>
    public DateTimeOffset? RolloutAfter { get; init; }

    /// <summary>The rollout before.</summary>
    public RolloutBefore? RolloutBefore { get; init; }

    /// <summary>The rollout strategy.</summary>
    [Default("{\"rollingUpdate\": {\"maxSurge\": 1}, \"type\": \"RollingUpdate\"}")]
    public RolloutStrategy? RolloutStrategy { get; init; }

    /// <summary>The version.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 256)]
    public string Version { get; init => field = value ?? ""; } = "";
}
