using Slipway.Api.Bootstrap;
using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;

namespace Slipway.Api.ControlPlane;

/// <summary>The control plane wanted.</summary>
public sealed record KubeadmControlPlaneSpec
{
    /// <summary>The setup of the machines.</summary>
    public KubeadmConfigSpec? KubeadmConfigSpec { get; init; }

    /// <summary>How the machines are named.</summary>
    public MachineNamingSpec? MachineNaming { get; init; }

    /// <summary>The machines.</summary>
    [Required]
    public KubeadmControlPlaneMachineTemplate MachineTemplate { get; init => field = value ?? new(); } = new();

    /// <summary>How unhealthy machines are replaced.</summary>
    public KubeadmControlPlaneRemediationSpec? Remediation { get; init; }

    /// <summary>How many machines there are to be: 1, 3 or 5; an odd number unless etcd is elsewhere.</summary>
    public int? Replicas { get; init; }

    /// <summary>When and how machines are replaced.</summary>
    public KubeadmControlPlaneRolloutSpec? Rollout { get; init; }

    /// <summary>The version of Kubernetes, as in "v1.31.0". A change replaces all machines, one minor version at a time.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 256)]
    public string Version { get; init => field = value ?? ""; } = "";
}
