using System.Text.Json.Serialization.Metadata;
using Slipway.Api.Crds;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;

namespace Slipway.Api.Bootstrap;

/// <summary>The setup of one machine by kubeadm; the controller makes a script of it.</summary>
[CustomResource("bootstrap.cluster.x-k8s.io", "v1beta2", "KubeadmConfig", "kubeadmconfigs", Storage = true, Status = true)]
[Column("Cluster", @".metadata.labels['cluster\.x-k8s\.io/cluster-name']")]
[Column("Paused", ".status.conditions[?(@.type==\"Paused\")].status", Priority = 10)]
[Column("Data secret created", ".status.initialization.dataSecretCreated")]
[Column("Age", ".metadata.creationTimestamp", Type = "date")]
public sealed record KubeadmConfig : IKind<KubeadmConfig>
{
    /// <summary>How objects of this kind are addressed.</summary>
    public static ResourceType Resource { get; } = new("bootstrap.cluster.x-k8s.io", "v1beta2", "KubeadmConfig", "kubeadmconfigs");

    /// <inheritdoc/>
    public static JsonTypeInfo<KubeadmConfig> JsonType => field ??= KubernetesJson.Of<KubeadmConfig>(BootstrapJson.Kubernetes);

    /// <summary>The group and version that this record speaks.</summary>
    public string ApiVersion { get; init => field = value ?? "bootstrap.cluster.x-k8s.io/v1beta2"; } = "bootstrap.cluster.x-k8s.io/v1beta2";

    /// <summary>The kind.</summary>
    public string Kind { get; init => field = value ?? "KubeadmConfig"; } = "KubeadmConfig";

    /// <summary>Name, labels, annotations, owners and what else every object carries.</summary>
    public ObjectMeta Metadata { get; init => field = value ?? new(); } = new();

    /// <summary>What is wanted.</summary>
    public KubeadmConfigSpec Spec { get; init => field = value ?? new(); } = new();

    /// <summary>What is observed.</summary>
    public KubeadmConfigStatus Status { get; init => field = value ?? new(); } = new();

    /// <inheritdoc/>
    public KubeadmConfig WithMetadata(ObjectMeta metadata) => this with { Metadata = metadata };
}
