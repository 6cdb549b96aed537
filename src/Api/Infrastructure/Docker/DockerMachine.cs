using System.Text.Json.Serialization.Metadata;
using Slipway.Api.Crds;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;

namespace Slipway.Api.Infrastructure.Docker;

/// <summary>A machine as a container of a Docker Engine.</summary>
[CustomResource("infrastructure.cluster.x-k8s.io", "v1beta2", "DockerMachine", "dockermachines", Storage = true, Deprecated = true, Status = true)]
[Column("Cluster", @".metadata.labels['cluster\.x-k8s\.io/cluster-name']")]
[Column("Provider ID", ".spec.providerID", Priority = 10)]
[Column("Failure domain", ".status.failureDomain")]
[Column("IP", ".status.addresses[?(@.type==\"InternalIP\")].address", Priority = 10)]
[Column("Paused", ".status.conditions[?(@.type==\"Paused\")].status", Priority = 10)]
[Column("Provisioned", ".status.initialization.provisioned")]
[Column("Age", ".metadata.creationTimestamp", Type = "date")]
public sealed record DockerMachine : IKind<DockerMachine>
{
    /// <summary>How objects of this kind are addressed.</summary>
    public static ResourceType Resource { get; } = new("infrastructure.cluster.x-k8s.io", "v1beta2", "DockerMachine", "dockermachines");

    /// <inheritdoc/>
    public static JsonTypeInfo<DockerMachine> JsonType => field ??= KubernetesJson.Of<DockerMachine>(DockerJson.Kubernetes);

    /// <summary>The group and version that this record speaks.</summary>
    public string ApiVersion { get; init => field = value ?? "infrastructure.cluster.x-k8s.io/v1beta2"; } = "infrastructure.cluster.x-k8s.io/v1beta2";

    /// <summary>The kind.</summary>
    public string Kind { get; init => field = value ?? "DockerMachine"; } = "DockerMachine";

    /// <summary>Name, labels, annotations, owners and what else every object carries.</summary>
    public ObjectMeta Metadata { get; init => field = value ?? new(); } = new();

    /// <summary>What is wanted.</summary>
    public DockerMachineSpec Spec { get; init => field = value ?? new(); } = new();

    /// <summary>What is observed.</summary>
    public DockerMachineStatus Status { get; init => field = value ?? new(); } = new();

    /// <inheritdoc/>
    public DockerMachine WithMetadata(ObjectMeta metadata) => this with { Metadata = metadata };
}
