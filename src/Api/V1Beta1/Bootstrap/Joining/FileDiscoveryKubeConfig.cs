using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Bootstrap.Joining;

/// <summary>The file discovery kube config.</summary>
internal sealed record FileDiscoveryKubeConfig
{
    /// <summary>The cluster.</summary>
    public KubeConfigCluster? Cluster { get; init; }

    /// <summary>The user.</summary>
    [Required]
    public KubeConfigUser User { get; init => field = value ?? new(); } = new();
}
