using System.Text.Json;
using System.Text.Json.Nodes;
using Slipway.Machinery.Objects;

namespace Slipway.Machinery.Json;

/// <summary>An object of any kind, held as its JSON. Treat it as read-only: copy before changing.</summary>
public sealed class Unstructured : IKubernetesObject
{
    private ObjectMeta? _metadata;

    /// <summary>Wraps a JSON object.</summary>
    /// <param name="json">The whole object, with <c>apiVersion</c>, <c>kind</c> and <c>metadata</c>.</param>
    public Unstructured(JsonObject json)
    {
        ArgumentNullException.ThrowIfNull(json);
        Json = json;
    }

    /// <summary>The whole object.</summary>
    public JsonObject Json { get; }

    /// <inheritdoc/>
    public string ApiVersion => Text("apiVersion") ?? "";

    /// <inheritdoc/>
    public string Kind => Text("kind") ?? "";

    /// <inheritdoc/>
    public ObjectMeta Metadata => _metadata ??=
        Json["metadata"] is JsonObject metadata ? metadata.Deserialize(KubernetesJson.Of<ObjectMeta>(KubernetesJson.Default)) ?? new() : new();

    /// <summary>Reads an object from UTF-8 JSON.</summary>
    /// <param name="utf8">One JSON object.</param>
    /// <exception cref="JsonException">The text is not a JSON object.</exception>
    public static Unstructured Parse(ReadOnlySpan<byte> utf8) =>
        new(JsonNode.Parse(utf8) as JsonObject ?? throw new JsonException("A Kubernetes object is a JSON object."));

    /// <summary>The node at a path of property names, or null where there is none.</summary>
    /// <param name="path">Property names from the root, for example <c>"status", "ready"</c>.</param>
    public JsonNode? At(params ReadOnlySpan<string> path)
    {
        JsonNode? node = Json;
        foreach (var name in path)
        {
            node = (node as JsonObject)?[name];
        }

        return node;
    }

    /// <summary>The string at a path, or null where there is none or it is not a string.</summary>
    /// <param name="path">Property names from the root.</param>
    public string? Text(params ReadOnlySpan<string> path) =>
        At(path) is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    /// <summary>The boolean at a path, or null where there is none or it is not a boolean.</summary>
    /// <param name="path">Property names from the root.</param>
    public bool? Flag(params ReadOnlySpan<string> path) =>
        At(path) is JsonValue value && value.TryGetValue(out bool flag) ? flag : null;

    /// <summary>The whole number at a path, or null where there is none or it is not one.</summary>
    /// <param name="path">Property names from the root.</param>
    public long? Number(params ReadOnlySpan<string> path) =>
        At(path) is not JsonValue value ? null
        : value.TryGetValue(out long number) ? number
        // A node made in memory keeps the type it was made of.
        : value.TryGetValue(out int small) ? small : null;
}
