using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Bootstrap;

/// <summary>KubeadmConfig as v1beta1 spells it; kept for clients that still write this version.</summary>
[CustomResource("bootstrap.cluster.x-k8s.io", "v1beta1", "KubeadmConfig", "kubeadmconfigs", Deprecated = true, Status = true)]
[Column("Cluster", @".metadata.labels['cluster\.x-k8s\.io/cluster-name']")]
[Column("Age", ".metadata.creationTimestamp", Type = "date")]
internal sealed record KubeadmConfig
{
    /// <summary>What is wanted.</summary>
    public KubeadmConfigSpec Spec { get; init => field = value ?? new(); } = new();

    /// <summary>What is observed.</summary>
    public KubeadmConfigStatus Status { get; init => field = value ?? new(); } = new();
}
