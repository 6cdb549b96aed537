using System.Text.Json.Serialization.Metadata;
using Slipway.Api.Crds;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;

namespace Slipway.Api.Infrastructure.Dev;

/// <summary>DevMachines to make many of.</summary>
[CustomResource("infrastructure.cluster.x-k8s.io", "v1beta2", "DevMachineTemplate", "devmachinetemplates", Storage = true, Status = true)]
[Column("Age", ".metadata.creationTimestamp", Type = "date")]
public sealed record DevMachineTemplate : IKind<DevMachineTemplate>
{
    /// <summary>How objects of this kind are addressed.</summary>
    public static ResourceType Resource { get; } = new("infrastructure.cluster.x-k8s.io", "v1beta2", "DevMachineTemplate", "devmachinetemplates");

    /// <inheritdoc/>
    public static JsonTypeInfo<DevMachineTemplate> JsonType => field ??= KubernetesJson.Of<DevMachineTemplate>(DevJson.Kubernetes);

    /// <summary>The group and version that this record speaks.</summary>
    public string ApiVersion { get; init => field = value ?? "infrastructure.cluster.x-k8s.io/v1beta2"; } = "infrastructure.cluster.x-k8s.io/v1beta2";

    /// <summary>The kind.</summary>
    public string Kind { get; init => field = value ?? "DevMachineTemplate"; } = "DevMachineTemplate";

    /// <summary>Name, labels, annotations, owners and what else every object carries.</summary>
    public ObjectMeta Metadata { get; init => field = value ?? new(); } = new();

    /// <summary>What is wanted.</summary>
    public DevMachineTemplateSpec Spec { get; init => field = value ?? new(); } = new();

    /// <summary>What is observed.</summary>
    public DevMachineTemplateStatus Status { get; init => field = value ?? new(); } = new();

    /// <inheritdoc/>
    public DevMachineTemplate WithMetadata(ObjectMeta metadata) => this with { Metadata = metadata };
}
