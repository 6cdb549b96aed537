using System.Text.Json.Serialization.Metadata;
using Slipway.Api.Crds;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;

namespace Slipway.Api.Infrastructure.Dev;

/// <summary>A cluster's infrastructure for development: containers, or nothing but memory.</summary>
[CustomResource("infrastructure.cluster.x-k8s.io", "v1beta2", "DevCluster", "devclusters", Storage = true, Status = true)]
[Column("Cluster", @".metadata.labels['cluster\.x-k8s\.io/cluster-name']")]
[Column("Age", ".metadata.creationTimestamp", Type = "date")]
public sealed record DevCluster : IKind<DevCluster>
{
    /// <summary>How objects of this kind are addressed.</summary>
    public static ResourceType Resource { get; } = new("infrastructure.cluster.x-k8s.io", "v1beta2", "DevCluster", "devclusters");

    /// <inheritdoc/>
    public static JsonTypeInfo<DevCluster> JsonType => field ??= KubernetesJson.Of<DevCluster>(DevJson.Kubernetes);

    /// <summary>The group and version that this record speaks.</summary>
    public string ApiVersion { get; init => field = value ?? "infrastructure.cluster.x-k8s.io/v1beta2"; } = "infrastructure.cluster.x-k8s.io/v1beta2";

    /// <summary>The kind.</summary>
    public string Kind { get; init => field = value ?? "DevCluster"; } = "DevCluster";

    /// <summary>Name, labels, annotations, owners and what else every object carries.</summary>
    public ObjectMeta Metadata { get; init => field = value ?? new(); } = new();

    /// <summary>What is wanted.</summary>
    public DevClusterSpec Spec { get; init => field = value ?? new(); } = new();

    /// <summary>What is observed.</summary>
    public DevClusterStatus Status { get; init => field = value ?? new(); } = new();

    /// <inheritdoc/>
    public DevCluster WithMetadata(ObjectMeta metadata) => this with { Metadata = metadata };
}
