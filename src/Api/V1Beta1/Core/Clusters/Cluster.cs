using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Core.Clusters;

/// <summary>Cluster as v1beta1 spells it; kept for clients that still write this version.</summary>
[CustomResource("cluster.x-k8s.io", "v1beta1", "Cluster", "clusters", ShortNames = "cl", Deprecated = true, Status = true)]
[Column("ClusterClass", ".spec.topology.class")]
[Column("Phase", ".status.phase")]
[Column("Age", ".metadata.creationTimestamp", Type = "date")]
[Column("Version", ".spec.topology.version")]
internal sealed record Cluster
{
    /// <summary>What is wanted.</summary>
    public ClusterSpec Spec { get; init => field = value ?? new(); } = new();

    /// <summary>What is observed.</summary>
    public ClusterStatus Status { get; init => field = value ?? new(); } = new();
}
