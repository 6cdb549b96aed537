using System.Text.Json.Serialization.Metadata;
using Slipway.Api.Crds;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;

namespace Slipway.Api.Core.Machines;

/// <summary>A machine that is, or is to be, a node of a cluster.</summary>
[CustomResource("cluster.x-k8s.io", "v1beta2", "Machine", "machines", ShortNames = "ma", Storage = true, Status = true)]
[Column("Cluster", ".spec.clusterName")]
[Column("Node Name", ".status.nodeRef.name")]
[Column("Provider ID", ".spec.providerID", Priority = 10)]
[Column("Failure domain", ".status.failureDomain")]
[Column("Ready", ".status.conditions[?(@.type==\"Ready\")].status")]
[Column("Available", ".status.conditions[?(@.type==\"Available\")].status")]
[Column("Up-to-date", ".status.conditions[?(@.type==\"UpToDate\")].status")]
[Column("Internal-IP", ".status.addresses[?(@.type==\"InternalIP\")].address", Priority = 10)]
[Column("External-IP", ".status.addresses[?(@.type==\"ExternalIP\")].address", Priority = 10)]
[Column("OS-Image", ".status.nodeInfo.osImage", Priority = 10)]
[Column("Paused", ".status.conditions[?(@.type==\"Paused\")].status", Priority = 10)]
[Column("Phase", ".status.phase")]
[Column("Age", ".metadata.creationTimestamp", Type = "date")]
[Column("Version", ".spec.version")]
public sealed record Machine : IKind<Machine>
{
    /// <summary>How objects of this kind are addressed.</summary>
    public static ResourceType Resource { get; } = new("cluster.x-k8s.io", "v1beta2", "Machine", "machines");

    /// <inheritdoc/>
    public static JsonTypeInfo<Machine> JsonType => field ??= KubernetesJson.Of<Machine>(MachinesJson.Kubernetes);

    /// <summary>The group and version that this record speaks.</summary>
    public string ApiVersion { get; init => field = value ?? "cluster.x-k8s.io/v1beta2"; } = "cluster.x-k8s.io/v1beta2";

    /// <summary>The kind.</summary>
    public string Kind { get; init => field = value ?? "Machine"; } = "Machine";

    /// <summary>Name, labels, annotations, owners and what else every object carries.</summary>
    public ObjectMeta Metadata { get; init => field = value ?? new(); } = new();

    /// <summary>What is wanted.</summary>
    [Required]
    public MachineSpec Spec { get; init => field = value ?? new(); } = new();

    /// <summary>What is observed.</summary>
    public MachineStatus Status { get; init => field = value ?? new(); } = new();

    /// <inheritdoc/>
    public Machine WithMetadata(ObjectMeta metadata) => this with { Metadata = metadata };
}
