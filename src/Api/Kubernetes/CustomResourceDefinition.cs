using System.Text.Json.Serialization.Metadata;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;

namespace Slipway.Api.Kubernetes;

/// <summary>Tells the server of a kind; here only what says which versions and contracts it has.</summary>
public sealed record CustomResourceDefinition : IKind<CustomResourceDefinition>
{
    /// <summary>How objects of this kind are addressed.</summary>
    public static ResourceType Resource { get; } = new("apiextensions.k8s.io", "v1", "CustomResourceDefinition", "customresourcedefinitions", Namespaced: false);

    /// <inheritdoc/>
    public static JsonTypeInfo<CustomResourceDefinition> JsonType => field ??= KubernetesJson.Of<CustomResourceDefinition>(KubernetesKindsJson.Kubernetes);

    /// <summary>The group and version that this record speaks.</summary>
    public string ApiVersion { get; init => field = value ?? "apiextensions.k8s.io/v1"; } = "apiextensions.k8s.io/v1";

    /// <summary>The kind.</summary>
    public string Kind { get; init => field = value ?? "CustomResourceDefinition"; } = "CustomResourceDefinition";

    /// <summary>Name, labels, annotations, owners and what else every object carries.</summary>
    public ObjectMeta Metadata { get; init => field = value ?? new(); } = new();

    /// <summary>The kind.</summary>
    public CustomResourceDefinitionSpec Spec { get; init => field = value ?? new(); } = new();

    /// <inheritdoc/>
    public CustomResourceDefinition WithMetadata(ObjectMeta metadata) => this with { Metadata = metadata };
}
