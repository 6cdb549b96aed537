using System.Collections.ObjectModel;
using System.Text.Json.Serialization.Metadata;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;

namespace Slipway.Api.Kubernetes;

/// <summary>Small confidential content: certificates, kubeconfigs, bootstrap scripts.</summary>
public sealed record Secret : IKind<Secret>
{
    /// <summary>How objects of this kind are addressed.</summary>
    public static ResourceType Resource { get; } = new("", "v1", "Secret", "secrets");

    /// <inheritdoc/>
    public static JsonTypeInfo<Secret> JsonType => field ??= KubernetesJson.Of<Secret>(KubernetesKindsJson.Kubernetes);

    /// <summary>The group and version that this record speaks.</summary>
    public string ApiVersion { get; init => field = value ?? "v1"; } = "v1";

    /// <summary>The kind.</summary>
    public string Kind { get; init => field = value ?? "Secret"; } = "Secret";

    /// <summary>Name, labels, annotations, owners and what else every object carries.</summary>
    public ObjectMeta Metadata { get; init => field = value ?? new(); } = new();

    /// <summary>The content by key; base64 on the wire.</summary>
    public IReadOnlyDictionary<string, byte[]> Data { get; init => field = value ?? ReadOnlyDictionary<string, byte[]>.Empty; } = ReadOnlyDictionary<string, byte[]>.Empty;

    /// <summary>What the content is for, for example <c>cluster.x-k8s.io/secret</c>; set once.</summary>
    public string? Type { get; init; }

    /// <summary>Whether the content can no longer be changed.</summary>
    public bool? Immutable { get; init; }

    /// <inheritdoc/>
    public Secret WithMetadata(ObjectMeta metadata) => this with { Metadata = metadata };
}
