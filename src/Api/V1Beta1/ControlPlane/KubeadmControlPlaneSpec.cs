using Slipway.Api.Crds;
using Slipway.Api.V1Beta1.Core.MachineSets;

namespace Slipway.Api.V1Beta1.ControlPlane;

/// <summary>The control plane wanted.</summary>
internal sealed record KubeadmControlPlaneSpec
{
    /// <summary>The setup of the machines.</summary>
    [Required]
    public V1Beta1.Bootstrap.KubeadmConfigSpec KubeadmConfigSpec { get; init => field = value ?? new(); } = new();

    /// <summary>How the machines are named.</summary>
    public MachineNamingStrategy? MachineNamingStrategy { get; init; }

    /// <summary>The machines.</summary>
    [Required]
    public KubeadmControlPlaneMachineTemplate MachineTemplate { get; init => field = value ?? new(); } = new();

    /// <summary>How unhealthy machines are replaced.</summary>
    public RemediationStrategy? RemediationStrategy { get; init; }

    /// <summary>How many machines there are to be: 1, 3 or 5; an odd number unless etcd is elsewhere.</summary>
    public int? Replicas { get; init; }

    /// <summary>Machines made before this time are replaced once it has passed.</summary>
    public DateTimeOffset? RolloutAfter { get; init; }

    /// <summary>Machines are replaced before these things happen.</summary>
    public RolloutBefore? RolloutBefore { get; init; }

    /// <summary>How machines are replaced.</summary>
    [Default("{\"rollingUpdate\": {\"maxSurge\": 1}, \"type\": \"RollingUpdate\"}")]
    public RolloutStrategy? RolloutStrategy { get; init; }

    /// <summary>The version of Kubernetes, as in "v1.31.0". A change replaces all machines, one minor version at a time.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 256)]
    public string Version { get; init => field = value ?? ""; } = "";
}
