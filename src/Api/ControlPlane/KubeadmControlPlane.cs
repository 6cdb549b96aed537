using System.Text.Json.Serialization.Metadata;
using Slipway.Api.Crds;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;

namespace Slipway.Api.ControlPlane;

/// <summary>A control plane whose machines are set up by kubeadm.</summary>
[CustomResource("controlplane.cluster.x-k8s.io", "v1beta2", "KubeadmControlPlane", "kubeadmcontrolplanes", ShortNames = "kcp", Storage = true, Status = true)]
[Scale(".spec.replicas", ".status.replicas", ".status.selector")]
[Column("Cluster", @".metadata.labels['cluster\.x-k8s\.io/cluster-name']")]
[Column("Available", ".status.conditions[?(@.type==\"Available\")].status")]
[Column("Desired", ".spec.replicas", Type = "integer")]
[Column("Current", ".status.replicas", Type = "integer")]
[Column("Ready", ".status.readyReplicas", Type = "integer")]
[Column("Available", ".status.availableReplicas", Type = "integer")]
[Column("Up-to-date", ".status.upToDateReplicas", Type = "integer")]
[Column("Paused", ".status.conditions[?(@.type==\"Paused\")].status", Priority = 10)]
[Column("Initialized", ".status.initialization.controlPlaneInitialized", Type = "boolean")]
[Column("Age", ".metadata.creationTimestamp", Type = "date")]
[Column("Version", ".spec.version")]
public sealed record KubeadmControlPlane : IKind<KubeadmControlPlane>
{
    /// <summary>How objects of this kind are addressed.</summary>
    public static ResourceType Resource { get; } = new("controlplane.cluster.x-k8s.io", "v1beta2", "KubeadmControlPlane", "kubeadmcontrolplanes");

    /// <inheritdoc/>
    public static JsonTypeInfo<KubeadmControlPlane> JsonType => field ??= KubernetesJson.Of<KubeadmControlPlane>(ControlPlaneJson.Kubernetes);

    /// <summary>The group and version that this record speaks.</summary>
    public string ApiVersion { get; init => field = value ?? "controlplane.cluster.x-k8s.io/v1beta2"; } = "controlplane.cluster.x-k8s.io/v1beta2";

    /// <summary>The kind.</summary>
    public string Kind { get; init => field = value ?? "KubeadmControlPlane"; } = "KubeadmControlPlane";

    /// <summary>Name, labels, annotations, owners and what else every object carries.</summary>
    public ObjectMeta Metadata { get; init => field = value ?? new(); } = new();

    /// <summary>What is wanted.</summary>
    [Required]
    public KubeadmControlPlaneSpec Spec { get; init => field = value ?? new(); } = new();

    /// <summary>What is observed.</summary>
    public KubeadmControlPlaneStatus Status { get; init => field = value ?? new(); } = new();

    /// <inheritdoc/>
    public KubeadmControlPlane WithMetadata(ObjectMeta metadata) => this with { Metadata = metadata };
}
