using System.Text.Json.Serialization.Metadata;
using Slipway.Api.Crds;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;

namespace Slipway.Api.Core.MachineSets;

/// <summary>A number of equal machines.</summary>
[CustomResource("cluster.x-k8s.io", "v1beta2", "MachineSet", "machinesets", ShortNames = "ms", Storage = true, Status = true)]
[Scale(".spec.replicas", ".status.replicas", ".status.selector")]
[Column("Cluster", ".spec.clusterName")]
[Column("Desired", ".spec.replicas", Type = "integer")]
[Column("Current", ".status.replicas", Type = "integer")]
[Column("Ready", ".status.readyReplicas", Type = "integer")]
[Column("Available", ".status.availableReplicas", Type = "integer")]
[Column("Up-to-date", ".status.upToDateReplicas", Type = "integer")]
[Column("Paused", ".status.conditions[?(@.type==\"Paused\")].status", Priority = 10)]
[Column("Age", ".metadata.creationTimestamp", Type = "date")]
[Column("Version", ".spec.template.spec.version")]
public sealed record MachineSet : IKind<MachineSet>
{
    /// <summary>How objects of this kind are addressed.</summary>
    public static ResourceType Resource { get; } = new("cluster.x-k8s.io", "v1beta2", "MachineSet", "machinesets");

    /// <inheritdoc/>
    public static JsonTypeInfo<MachineSet> JsonType => field ??= KubernetesJson.Of<MachineSet>(MachineSetsJson.Kubernetes);

    /// <summary>The group and version that this record speaks.</summary>
    public string ApiVersion { get; init => field = value ?? "cluster.x-k8s.io/v1beta2"; } = "cluster.x-k8s.io/v1beta2";

    /// <summary>The kind.</summary>
    public string Kind { get; init => field = value ?? "MachineSet"; } = "MachineSet";

    /// <summary>Name, labels, annotations, owners and what else every object carries.</summary>
    public ObjectMeta Metadata { get; init => field = value ?? new(); } = new();

    /// <summary>What is wanted.</summary>
    [Required]
    public MachineSetSpec Spec { get; init => field = value ?? new(); } = new();

    /// <summary>What is observed.</summary>
    public MachineSetStatus Status { get; init => field = value ?? new(); } = new();

    /// <inheritdoc/>
    public MachineSet WithMetadata(ObjectMeta metadata) => this with { Metadata = metadata };
}
