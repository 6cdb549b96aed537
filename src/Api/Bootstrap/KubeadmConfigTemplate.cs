using System.Text.Json.Serialization.Metadata;
using Slipway.Api.Crds;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;

namespace Slipway.Api.Bootstrap;

/// <summary>KubeadmConfigs to make many of.</summary>
[CustomResource("bootstrap.cluster.x-k8s.io", "v1beta2", "KubeadmConfigTemplate", "kubeadmconfigtemplates", Storage = true)]
[Column("ClusterClass", ".metadata.ownerReferences[?(@.kind==\"ClusterClass\")].name")]
[Column("Cluster", ".metadata.ownerReferences[?(@.kind==\"Cluster\")].name")]
[Column("Age", ".metadata.creationTimestamp", Type = "date")]
public sealed record KubeadmConfigTemplate : IKind<KubeadmConfigTemplate>
{
    /// <summary>How objects of this kind are addressed.</summary>
    public static ResourceType Resource { get; } = new("bootstrap.cluster.x-k8s.io", "v1beta2", "KubeadmConfigTemplate", "kubeadmconfigtemplates");

    /// <inheritdoc/>
    public static JsonTypeInfo<KubeadmConfigTemplate> JsonType => field ??= KubernetesJson.Of<KubeadmConfigTemplate>(BootstrapJson.Kubernetes);

    /// <summary>The group and version that this record speaks.</summary>
    public string ApiVersion { get; init => field = value ?? "bootstrap.cluster.x-k8s.io/v1beta2"; } = "bootstrap.cluster.x-k8s.io/v1beta2";

    /// <summary>The kind.</summary>
    public string Kind { get; init => field = value ?? "KubeadmConfigTemplate"; } = "KubeadmConfigTemplate";

    /// <summary>Name, labels, annotations, owners and what else every object carries.</summary>
    public ObjectMeta Metadata { get; init => field = value ?? new(); } = new();

    /// <summary>What is wanted.</summary>
    public KubeadmConfigTemplateSpec Spec { get; init => field = value ?? new(); } = new();

    /// <inheritdoc/>
    public KubeadmConfigTemplate WithMetadata(ObjectMeta metadata) => this with { Metadata = metadata };
}
