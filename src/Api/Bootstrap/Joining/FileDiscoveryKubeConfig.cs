using Slipway.Api.Crds;

namespace Slipway.Api.Bootstrap.Joining;

/// <summary>The file discovery kube config.</summary>
public sealed record FileDiscoveryKubeConfig
{
    /// <summary>The cluster.</summary>
    public KubeConfigCluster? Cluster { get; init; }

    /// <summary>The user.</summary>
    [Required]
    public KubeConfigUser User { get; init => field = value ?? new(); } = new();
}
