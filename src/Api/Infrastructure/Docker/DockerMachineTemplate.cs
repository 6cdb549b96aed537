using System.Text.Json.Serialization.Metadata;
using Slipway.Api.Crds;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;

namespace Slipway.Api.Infrastructure.Docker;

/// <summary>DockerMachines to make many of.</summary>
[CustomResource("infrastructure.cluster.x-k8s.io", "v1beta2", "DockerMachineTemplate", "dockermachinetemplates", Storage = true, Deprecated = true, Status = true)]
[Column("Age", ".metadata.creationTimestamp", Type = "date")]
public sealed record DockerMachineTemplate : IKind<DockerMachineTemplate>
{
    /// <summary>How objects of this kind are addressed.</summary>
    public static ResourceType Resource { get; } = new("infrastructure.cluster.x-k8s.io", "v1beta2", "DockerMachineTemplate", "dockermachinetemplates");

    /// <inheritdoc/>
    public static JsonTypeInfo<DockerMachineTemplate> JsonType => field ??= KubernetesJson.Of<DockerMachineTemplate>(DockerJson.Kubernetes);

    /// <summary>The group and version that this record speaks.</summary>
    public string ApiVersion { get; init => field = value ?? "infrastructure.cluster.x-k8s.io/v1beta2"; } = "infrastructure.cluster.x-k8s.io/v1beta2";

    /// <summary>The kind.</summary>
    public string Kind { get; init => field = value ?? "DockerMachineTemplate"; } = "DockerMachineTemplate";

    /// <summary>Name, labels, annotations, owners and what else every object carries.</summary>
    public ObjectMeta Metadata { get; init => field = value ?? new(); } = new();

    /// <summary>What is wanted.</summary>
    public DockerMachineTemplateSpec Spec { get; init => field = value ?? new(); } = new();

    /// <summary>What is observed.</summary>
    public DockerMachineTemplateStatus Status { get; init => field = value ?? new(); } = new();

    /// <inheritdoc/>
    public DockerMachineTemplate WithMetadata(ObjectMeta metadata) => this with { Metadata = metadata };
}
