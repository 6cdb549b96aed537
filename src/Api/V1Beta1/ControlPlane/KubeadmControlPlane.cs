using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.ControlPlane;

/// <summary>KubeadmControlPlane as v1beta1 spells it; kept for clients that still write this version.</summary>
[CustomResource("controlplane.cluster.x-k8s.io", "v1beta1", "KubeadmControlPlane", "kubeadmcontrolplanes", ShortNames = "kcp", Deprecated = true, Status = true)]
[Scale(".spec.replicas", ".status.replicas", ".status.selector")]
[Column("Cluster", @".metadata.labels['cluster\.x-k8s\.io/cluster-name']")]
[Column("Initialized", ".status.initialized", Type = "boolean")]
[Column("API Server Available", ".status.ready", Type = "boolean")]
[Column("Desired", ".spec.replicas", Type = "integer", Priority = 10)]
[Column("Replicas", ".status.replicas", Type = "integer")]
[Column("Ready", ".status.readyReplicas", Type = "integer")]
[Column("Updated", ".status.updatedReplicas", Type = "integer")]
[Column("Unavailable", ".status.unavailableReplicas", Type = "integer")]
[Column("Age", ".metadata.creationTimestamp", Type = "date")]
[Column("Version", ".spec.version")]
internal sealed record KubeadmControlPlane
{
    /// <summary>What is wanted.</summary>
    public KubeadmControlPlaneSpec Spec { get; init => field = value ?? new(); } = new();

    /// <summary>What is observed.</summary>
    public KubeadmControlPlaneStatus Status { get; init => field = value ?? new(); } = new();
}
