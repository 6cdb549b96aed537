using System.Text.Json.Serialization.Metadata;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;

namespace Slipway.Api.Kubernetes.Apps;

/// <summary>A number of equal pods, for example coredns.</summary>
public sealed record Deployment : IKind<Deployment>
{
    /// <summary>How objects of this kind are addressed.</summary>
    public static ResourceType Resource { get; } = new("apps", "v1", "Deployment", "deployments");

    /// <inheritdoc/>
    public static JsonTypeInfo<Deployment> JsonType => field ??= KubernetesJson.Of<Deployment>(AppsJson.Kubernetes);

    /// <summary>The group and version that this record speaks.</summary>
    public string ApiVersion { get; init => field = value ?? "apps/v1"; } = "apps/v1";

    /// <summary>The kind.</summary>
    public string Kind { get; init => field = value ?? "Deployment"; } = "Deployment";

    /// <summary>Name, labels, annotations, owners and what else every object carries.</summary>
    public ObjectMeta Metadata { get; init => field = value ?? new(); } = new();

    /// <summary>What is wanted.</summary>
    public DeploymentSpec Spec { get; init => field = value ?? new(); } = new();

    /// <summary>What is observed.</summary>
    public DeploymentStatus Status { get; init => field = value ?? new(); } = new();

    /// <inheritdoc/>
    public Deployment WithMetadata(ObjectMeta metadata) => this with { Metadata = metadata };
}
