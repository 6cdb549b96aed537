using System.Text.Json.Serialization.Metadata;
using Slipway.Api.Crds;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;

namespace Slipway.Api.Core.Clusters;

/// <summary>A Kubernetes cluster: what it consists of and how far it is.</summary>
[CustomResource("cluster.x-k8s.io", "v1beta2", "Cluster", "clusters", ShortNames = "cl", Storage = true, Status = true)]
[Column("ClusterClass", ".spec.topology.classRef.name")]
[Column("Available", ".status.conditions[?(@.type==\"Available\")].status")]
[Column("CP Desired", ".status.controlPlane.desiredReplicas", Type = "integer")]
[Column("CP Current", ".status.controlPlane.replicas", Type = "integer", Priority = 10)]
[Column("CP Ready", ".status.controlPlane.readyReplicas", Type = "integer", Priority = 10)]
[Column("CP Available", ".status.controlPlane.availableReplicas", Type = "integer")]
[Column("CP Up-to-date", ".status.controlPlane.upToDateReplicas", Type = "integer")]
[Column("W Desired", ".status.workers.desiredReplicas", Type = "integer")]
[Column("W Current", ".status.workers.replicas", Type = "integer", Priority = 10)]
[Column("W Ready", ".status.workers.readyReplicas", Type = "integer", Priority = 10)]
[Column("W Available", ".status.workers.availableReplicas", Type = "integer")]
[Column("W Up-to-date", ".status.workers.upToDateReplicas", Type = "integer")]
[Column("Paused", ".status.conditions[?(@.type==\"Paused\")].status", Priority = 10)]
[Column("Phase", ".status.phase")]
[Column("Age", ".metadata.creationTimestamp", Type = "date")]
[Column("Version", ".spec.topology.version")]
public sealed record Cluster : IKind<Cluster>
{
    /// <summary>How objects of this kind are addressed.</summary>
    public static ResourceType Resource { get; } = new("cluster.x-k8s.io", "v1beta2", "Cluster", "clusters");

    /// <inheritdoc/>
    public static JsonTypeInfo<Cluster> JsonType => field ??= KubernetesJson.Of<Cluster>(ClustersJson.Kubernetes);

    /// <summary>The group and version that this record speaks.</summary>
    public string ApiVersion { get; init => field = value ?? "cluster.x-k8s.io/v1beta2"; } = "cluster.x-k8s.io/v1beta2";

    /// <summary>The kind.</summary>
    public string Kind { get; init => field = value ?? "Cluster"; } = "Cluster";

    /// <summary>Name, labels, annotations, owners and what else every object carries.</summary>
    public ObjectMeta Metadata { get; init => field = value ?? new(); } = new();

    /// <summary>What is wanted.</summary>
    [Required]
    public ClusterSpec Spec { get; init => field = value ?? new(); } = new();

    /// <summary>What is observed.</summary>
    public ClusterStatus Status { get; init => field = value ?? new(); } = new();

    /// <inheritdoc/>
    public Cluster WithMetadata(ObjectMeta metadata) => this with { Metadata = metadata };
}
