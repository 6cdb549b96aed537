using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Infrastructure.Dev;

/// <summary>DevCluster as v1beta1 spells it; kept for clients that still write this version.</summary>
[CustomResource("infrastructure.cluster.x-k8s.io", "v1beta1", "DevCluster", "devclusters", Deprecated = true, Status = true)]
[Column("Cluster", @".metadata.labels['cluster\.x-k8s\.io/cluster-name']")]
[Column("Age", ".metadata.creationTimestamp", Type = "date")]
internal sealed record DevCluster
{
    /// <summary>What is wanted.</summary>
    public DevClusterSpec Spec { get; init => field = value ?? new(); } = new();

    /// <summary>What is observed.</summary>
    public V1Beta1.Infrastructure.Docker.DockerClusterStatus Status { get; init => field = value ?? new(); } = new();
}
