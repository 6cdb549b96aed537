using System.Text.Json.Serialization.Metadata;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;

namespace Slipway.Api.Kubernetes.Apps;

/// <summary>One pod on every node, for example kube-proxy.</summary>
public sealed record DaemonSet : IKind<DaemonSet>
{
    /// <summary>How objects of this kind are addressed.</summary>
    public static ResourceType Resource { get; } = new("apps", "v1", "DaemonSet", "daemonsets");

    /// <inheritdoc/>
    public static JsonTypeInfo<DaemonSet> JsonType => field ??= KubernetesJson.Of<DaemonSet>(AppsJson.Kubernetes);

    /// <summary>The group and version that this record speaks.</summary>
    public string ApiVersion { get; init => field = value ?? "apps/v1"; } = "apps/v1";

    /// <summary>The kind.</summary>
    public string Kind { get; init => field = value ?? "DaemonSet"; } = "DaemonSet";

    /// <summary>Name, labels, annotations, owners and what else every object carries.</summary>
    public ObjectMeta Metadata { get; init => field = value ?? new(); } = new();

    /// <summary>What is wanted.</summary>
    public DaemonSetSpec Spec { get; init => field = value ?? new(); } = new();

    /// <summary>What is observed.</summary>
    public DaemonSetStatus Status { get; init => field = value ?? new(); } = new();

    /// <inheritdoc/>
    public DaemonSet WithMetadata(ObjectMeta metadata) => this with { Metadata = metadata };
}
