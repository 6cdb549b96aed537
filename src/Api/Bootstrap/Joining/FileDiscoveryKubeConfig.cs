using Slipway.Api.Crds;

namespace Slipway.Api.Bootstrap.Joining;

/// <summary>The content of a kubeconfig file.</summary>
public sealed record FileDiscoveryKubeConfig
{
    /// <summary>Where the cluster answers; absent for what the Cluster says.</summary>
    public KubeConfigCluster? Cluster { get; init; }

    /// <summary>How to authenticate.</summary>
    [Required]
    public KubeConfigUser User { get; init => field = value ?? new(); } = new();
}
