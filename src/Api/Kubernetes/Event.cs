using System.Text.Json.Serialization.Metadata;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;

namespace Slipway.Api.Kubernetes;

/// <summary>Something that happened to an object, told to people.</summary>
public sealed record Event : IKind<Event>
{
    /// <summary>How objects of this kind are addressed.</summary>
    public static ResourceType Resource { get; } = new("", "v1", "Event", "events");

    /// <inheritdoc/>
    public static JsonTypeInfo<Event> JsonType => field ??= KubernetesJson.Of<Event>(KubernetesKindsJson.Kubernetes);

    /// <summary>The group and version that this record speaks.</summary>
    public string ApiVersion { get; init => field = value ?? "v1"; } = "v1";

    /// <summary>The kind.</summary>
    public string Kind { get; init => field = value ?? "Event"; } = "Event";

    /// <summary>Name, labels, annotations, owners and what else every object carries.</summary>
    public ObjectMeta Metadata { get; init => field = value ?? new(); } = new();

    /// <summary>The object that the event is about.</summary>
    public ObjectReference InvolvedObject { get; init => field = value ?? new(); } = new();

    /// <summary>Why, as one CamelCase word.</summary>
    public string? Reason { get; init; }

    /// <summary>What happened, for people.</summary>
    public string? Message { get; init; }

    /// <summary><c>Normal</c> or <c>Warning</c>.</summary>
    public string? Type { get; init; }

    /// <summary>Who tells it.</summary>
    public EventSource? Source { get; init; }

    /// <summary>The controller that tells it.</summary>
    public string? ReportingComponent { get; init; }

    /// <summary>The process that tells it.</summary>
    public string? ReportingInstance { get; init; }

    /// <summary>What was done.</summary>
    public string? Action { get; init; }

    /// <summary>How often the same has happened.</summary>
    public int? Count { get; init; }

    /// <summary>When it first happened.</summary>
    public DateTimeOffset? FirstTimestamp { get; init; }

    /// <summary>When it last happened.</summary>
    public DateTimeOffset? LastTimestamp { get; init; }

    /// <inheritdoc/>
    public Event WithMetadata(ObjectMeta metadata) => this with { Metadata = metadata };
}
