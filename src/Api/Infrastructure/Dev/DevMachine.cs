using System.Text.Json.Serialization.Metadata;
using Slipway.Api.Crds;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;

namespace Slipway.Api.Infrastructure.Dev;

/// <summary>A machine for development: a container, or nothing but memory.</summary>
[CustomResource("infrastructure.cluster.x-k8s.io", "v1beta2", "DevMachine", "devmachines", Storage = true, Status = true)]
[Column("Cluster", @".metadata.labels['cluster\.x-k8s\.io/cluster-name']")]
[Column("Provider ID", ".spec.providerID", Priority = 10)]
[Column("Failure domain", ".status.failureDomain")]
[Column("IP", ".status.addresses[?(@.type==\"InternalIP\")].address", Priority = 10)]
[Column("Paused", ".status.conditions[?(@.type==\"Paused\")].status", Priority = 10)]
[Column("Provisioned", ".status.initialization.provisioned")]
[Column("Age", ".metadata.creationTimestamp", Type = "date")]
public sealed record DevMachine : IKind<DevMachine>
{
    /// <summary>How objects of this kind are addressed.</summary>
    public static ResourceType Resource { get; } = new("infrastructure.cluster.x-k8s.io", "v1beta2", "DevMachine", "devmachines");

    /// <inheritdoc/>
    public static JsonTypeInfo<DevMachine> JsonType => field ??= KubernetesJson.Of<DevMachine>(DevJson.Kubernetes);

    /// <summary>The group and version that this record speaks.</summary>
    public string ApiVersion { get; init => field = value ?? "infrastructure.cluster.x-k8s.io/v1beta2"; } = "infrastructure.cluster.x-k8s.io/v1beta2";

    /// <summary>The kind.</summary>
    public string Kind { get; init => field = value ?? "DevMachine"; } = "DevMachine";

    /// <summary>Name, labels, annotations, owners and what else every object carries.</summary>
    public ObjectMeta Metadata { get; init => field = value ?? new(); } = new();

    /// <summary>What is wanted.</summary>
    public DevMachineSpec Spec { get; init => field = value ?? new(); } = new();

    /// <summary>What is observed.</summary>
    public DevMachineStatus Status { get; init => field = value ?? new(); } = new();

    /// <inheritdoc/>
    public DevMachine WithMetadata(ObjectMeta metadata) => this with { Metadata = metadata };
}
