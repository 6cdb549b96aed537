using System.Collections.ObjectModel;
using System.Text.Json.Serialization.Metadata;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;

namespace Slipway.Api.Kubernetes;

/// <summary>Small public content.</summary>
public sealed record ConfigMap : IKind<ConfigMap>
{
    /// <summary>How objects of this kind are addressed.</summary>
    public static ResourceType Resource { get; } = new("", "v1", "ConfigMap", "configmaps");

    /// <inheritdoc/>
    public static JsonTypeInfo<ConfigMap> JsonType => field ??= KubernetesJson.Of<ConfigMap>(KubernetesKindsJson.Kubernetes);

    /// <summary>The group and version that this record speaks.</summary>
    public string ApiVersion { get; init => field = value ?? "v1"; } = "v1";

    /// <summary>The kind.</summary>
    public string Kind { get; init => field = value ?? "ConfigMap"; } = "ConfigMap";

    /// <summary>Name, labels, annotations, owners and what else every object carries.</summary>
    public ObjectMeta Metadata { get; init => field = value ?? new(); } = new();

    /// <summary>Text by key.</summary>
    public IReadOnlyDictionary<string, string> Data { get; init => field = value ?? ReadOnlyDictionary<string, string>.Empty; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Bytes by key; base64 on the wire.</summary>
    public IReadOnlyDictionary<string, byte[]> BinaryData { get; init => field = value ?? ReadOnlyDictionary<string, byte[]>.Empty; } = ReadOnlyDictionary<string, byte[]>.Empty;

    /// <inheritdoc/>
    public ConfigMap WithMetadata(ObjectMeta metadata) => this with { Metadata = metadata };
}
