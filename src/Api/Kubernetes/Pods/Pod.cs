using System.Text.Json.Serialization.Metadata;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;

namespace Slipway.Api.Kubernetes.Pods;

/// <summary>Containers that run together on one node.</summary>
public sealed record Pod : IKind<Pod>
{
    /// <summary>How objects of this kind are addressed.</summary>
    public static ResourceType Resource { get; } = new("", "v1", "Pod", "pods");

    /// <inheritdoc/>
    public static JsonTypeInfo<Pod> JsonType => field ??= KubernetesJson.Of<Pod>(PodsJson.Kubernetes);

    /// <summary>The group and version that this record speaks.</summary>
    public string ApiVersion { get; init => field = value ?? "v1"; } = "v1";

    /// <summary>The kind.</summary>
    public string Kind { get; init => field = value ?? "Pod"; } = "Pod";

    /// <summary>Name, labels, annotations, owners and what else every object carries.</summary>
    public ObjectMeta Metadata { get; init => field = value ?? new(); } = new();

    /// <summary>What is to run.</summary>
    public PodSpec Spec { get; init => field = value ?? new(); } = new();

    /// <summary>How it runs.</summary>
    public PodStatus Status { get; init => field = value ?? new(); } = new();

    /// <inheritdoc/>
    public Pod WithMetadata(ObjectMeta metadata) => this with { Metadata = metadata };
}
