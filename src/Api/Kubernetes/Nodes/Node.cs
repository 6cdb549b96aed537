using System.Text.Json.Serialization.Metadata;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;

namespace Slipway.Api.Kubernetes.Nodes;

/// <summary>A machine as its cluster sees it.</summary>
public sealed record Node : IKind<Node>
{
    /// <summary>How objects of this kind are addressed.</summary>
    public static ResourceType Resource { get; } = new("", "v1", "Node", "nodes", Namespaced: false);

    /// <inheritdoc/>
    public static JsonTypeInfo<Node> JsonType => field ??= KubernetesJson.Of<Node>(NodesJson.Kubernetes);

    /// <summary>The group and version that this record speaks.</summary>
    public string ApiVersion { get; init => field = value ?? "v1"; } = "v1";

    /// <summary>The kind.</summary>
    public string Kind { get; init => field = value ?? "Node"; } = "Node";

    /// <summary>Name, labels, annotations, owners and what else every object carries.</summary>
    public ObjectMeta Metadata { get; init => field = value ?? new(); } = new();

    /// <summary>What is wanted of the node.</summary>
    public NodeSpec Spec { get; init => field = value ?? new(); } = new();

    /// <summary>What its kubelet reports.</summary>
    public NodeStatus Status { get; init => field = value ?? new(); } = new();

    /// <inheritdoc/>
    public Node WithMetadata(ObjectMeta metadata) => this with { Metadata = metadata };
}
