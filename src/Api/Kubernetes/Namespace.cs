using System.Text.Json.Serialization.Metadata;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;

namespace Slipway.Api.Kubernetes;

/// <summary>A room of names.</summary>
public sealed record Namespace : IKind<Namespace>
{
    /// <summary>How objects of this kind are addressed.</summary>
    public static ResourceType Resource { get; } = new("", "v1", "Namespace", "namespaces", Namespaced: false);

    /// <inheritdoc/>
    public static JsonTypeInfo<Namespace> JsonType => field ??= KubernetesJson.Of<Namespace>(KubernetesKindsJson.Kubernetes);

    /// <summary>The group and version that this record speaks.</summary>
    public string ApiVersion { get; init => field = value ?? "v1"; } = "v1";

    /// <summary>The kind.</summary>
    public string Kind { get; init => field = value ?? "Namespace"; } = "Namespace";

    /// <summary>Name, labels, annotations, owners and what else every object carries.</summary>
    public ObjectMeta Metadata { get; init => field = value ?? new(); } = new();

    /// <inheritdoc/>
    public Namespace WithMetadata(ObjectMeta metadata) => this with { Metadata = metadata };
}
