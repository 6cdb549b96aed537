using System.Text.Json.Serialization.Metadata;
using Slipway.Api.Crds;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;

namespace Slipway.Api.Infrastructure.Docker;

/// <summary>A cluster's infrastructure as containers of a Docker Engine.</summary>
[CustomResource("infrastructure.cluster.x-k8s.io", "v1beta2", "DockerCluster", "dockerclusters", Storage = true, Deprecated = true, Status = true)]
[Column("Cluster", @".metadata.labels['cluster\.x-k8s\.io/cluster-name']")]
[Column("Age", ".metadata.creationTimestamp", Type = "date")]
public sealed record DockerCluster : IKind<DockerCluster>
{
    /// <summary>How objects of this kind are addressed.</summary>
    public static ResourceType Resource { get; } = new("infrastructure.cluster.x-k8s.io", "v1beta2", "DockerCluster", "dockerclusters");

    /// <inheritdoc/>
    public static JsonTypeInfo<DockerCluster> JsonType => field ??= KubernetesJson.Of<DockerCluster>(DockerJson.Kubernetes);

    /// <summary>The group and version that this record speaks.</summary>
    public string ApiVersion { get; init => field = value ?? "infrastructure.cluster.x-k8s.io/v1beta2"; } = "infrastructure.cluster.x-k8s.io/v1beta2";

    /// <summary>The kind.</summary>
    public string Kind { get; init => field = value ?? "DockerCluster"; } = "DockerCluster";

    /// <summary>Name, labels, annotations, owners and what else every object carries.</summary>
    public ObjectMeta Metadata { get; init => field = value ?? new(); } = new();

    /// <summary>What is wanted.</summary>
    public DockerClusterSpec Spec { get; init => field = value ?? new(); } = new();

    /// <summary>What is observed.</summary>
    public DockerClusterStatus Status { get; init => field = value ?? new(); } = new();

    /// <inheritdoc/>
    public DockerCluster WithMetadata(ObjectMeta metadata) => this with { Metadata = metadata };
}
