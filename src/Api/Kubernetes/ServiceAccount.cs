using System.Text.Json.Serialization.Metadata;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;

namespace Slipway.Api.Kubernetes;

/// <summary>The identity of programs that run in a cluster.</summary>
public sealed record ServiceAccount : IKind<ServiceAccount>
{
    /// <summary>How objects of this kind are addressed.</summary>
    public static ResourceType Resource { get; } = new("", "v1", "ServiceAccount", "serviceaccounts");

    /// <inheritdoc/>
    public static JsonTypeInfo<ServiceAccount> JsonType => field ??= KubernetesJson.Of<ServiceAccount>(KubernetesKindsJson.Kubernetes);

    /// <summary>The group and version that this record speaks.</summary>
    public string ApiVersion { get; init => field = value ?? "v1"; } = "v1";

    /// <summary>The kind.</summary>
    public string Kind { get; init => field = value ?? "ServiceAccount"; } = "ServiceAccount";

    /// <summary>Name, labels, annotations, owners and what else every object carries.</summary>
    public ObjectMeta Metadata { get; init => field = value ?? new(); } = new();

    /// <inheritdoc/>
    public ServiceAccount WithMetadata(ObjectMeta metadata) => this with { Metadata = metadata };
}
