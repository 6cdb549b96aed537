using System.Text.Json.Serialization.Metadata;
using Slipway.Api.Crds;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;

namespace Slipway.Api.Core.MachineHealthChecks;

/// <summary>Watches over machines and has unhealthy ones replaced.</summary>
[CustomResource("cluster.x-k8s.io", "v1beta2", "MachineHealthCheck", "machinehealthchecks", ShortNames = "mhc,mhcs", Storage = true, Status = true)]
[Column("Cluster", ".spec.clusterName")]
[Column("Replicas", ".status.expectedMachines", Type = "integer")]
[Column("Healthy", ".status.currentHealthy", Type = "integer")]
[Column("Paused", ".status.conditions[?(@.type==\"Paused\")].status", Priority = 10)]
[Column("Age", ".metadata.creationTimestamp", Type = "date")]
public sealed record MachineHealthCheck : IKind<MachineHealthCheck>
{
    /// <summary>How objects of this kind are addressed.</summary>
    public static ResourceType Resource { get; } = new("cluster.x-k8s.io", "v1beta2", "MachineHealthCheck", "machinehealthchecks");

    /// <inheritdoc/>
    public static JsonTypeInfo<MachineHealthCheck> JsonType => field ??= KubernetesJson.Of<MachineHealthCheck>(MachineHealthChecksJson.Kubernetes);

    /// <summary>The group and version that this record speaks.</summary>
    public string ApiVersion { get; init => field = value ?? "cluster.x-k8s.io/v1beta2"; } = "cluster.x-k8s.io/v1beta2";

    /// <summary>The kind.</summary>
    public string Kind { get; init => field = value ?? "MachineHealthCheck"; } = "MachineHealthCheck";

    /// <summary>Name, labels, annotations, owners and what else every object carries.</summary>
    public ObjectMeta Metadata { get; init => field = value ?? new(); } = new();

    /// <summary>What is wanted.</summary>
    [Required]
    public MachineHealthCheckSpec Spec { get; init => field = value ?? new(); } = new();

    /// <summary>What is observed.</summary>
    public MachineHealthCheckStatus Status { get; init => field = value ?? new(); } = new();

    /// <inheritdoc/>
    public MachineHealthCheck WithMetadata(ObjectMeta metadata) => this with { Metadata = metadata };
}
