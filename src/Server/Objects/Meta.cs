using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Slipway.Machinery.Json;

namespace Slipway.Server.Objects;

/// <summary>The metadata of an object that is held as a JSON tree while a request is worked on.</summary>
internal static class Meta
{
    /// <summary>The metadata, made where there is none.</summary>
    /// <param name="value">The object.</param>
    public static JsonObject Of(JsonObject value)
    {
        if (value["metadata"] is not JsonObject metadata)
        {
            value["metadata"] = metadata = [];
        }

        return metadata;
    }

    /// <summary>A word of the metadata; empty where it is not there.</summary>
    /// <param name="value">The object.</param>
    /// <param name="name">For example <c>uid</c>.</param>
    public static string Text(JsonObject value, string name) => String(value["metadata"] as JsonObject, name);

    /// <summary>A string member; empty where it is not there or is no string.</summary>
    /// <param name="map">The object that has it; null for none.</param>
    /// <param name="name">The member.</param>
    public static string String(JsonObject? map, string name) =>
        map?[name] is JsonValue value && value.TryGetValue(out string? text) ? text : "";

    /// <summary>Whether a value is a string.</summary>
    /// <param name="node">The value.</param>
    public static bool IsText(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String;

    /// <summary>A whole number of the metadata; 0 where it is not there.</summary>
    /// <param name="value">The object.</param>
    /// <param name="name">For example <c>generation</c>.</param>
    public static long Number(JsonObject value, string name) =>
        Whole(value["metadata"]?[name]) ?? 0;

    /// <summary>A whole number, however the tree holds it; null for anything else.</summary>
    /// <param name="node">The value.</param>
    public static long? Whole(JsonNode? node) => node is not JsonValue value
        ? null
        : value.TryGetValue(out long number) ? number
        : value.TryGetValue(out int small) ? small
        : value.TryGetValue(out double broad) && broad == Math.Floor(broad) && Math.Abs(broad) < 1e15 ? (long)broad
        : null;

    /// <summary>A list of strings; empty where it is not there.</summary>
    /// <param name="map">The object that has it; null for none.</param>
    /// <param name="name">The member.</param>
    public static IReadOnlyList<string> Strings(JsonObject? map, string name)
    {
        if (map?[name] is not JsonArray list || list.Count == 0)
        {
            return [];
        }

        var strings = new List<string>(list.Count);
        foreach (var item in list)
        {
            if (item is JsonValue value && value.TryGetValue(out string? text))
            {
                strings.Add(text);
            }
        }

        return strings;
    }

    /// <summary>The members of a map that may be absent.</summary>
    /// <param name="map">The map, or null.</param>
    public static IEnumerable<KeyValuePair<string, JsonNode?>> Members(this JsonObject? map) => map ?? Enumerable.Empty<KeyValuePair<string, JsonNode?>>();

    /// <summary>Writes a list of strings, or removes it where it is empty.</summary>
    /// <param name="map">The object that has it.</param>
    /// <param name="name">The member.</param>
    /// <param name="strings">The list.</param>
    public static void SetStrings(JsonObject map, string name, IEnumerable<string> strings)
    {
        var list = new JsonArray([.. strings.Select(s => (JsonNode)JsonValue.Create(s))]);
        if (list.Count == 0)
        {
            map.Remove(name);
        }
        else
        {
            map[name] = list;
        }
    }

    /// <summary>Copies words of the metadata from one object to another; what is not there is removed.</summary>
    /// <param name="source">The object to copy from.</param>
    /// <param name="target">The object to change.</param>
    /// <param name="names">The members.</param>
    public static void Copy(JsonObject source, JsonObject target, params ReadOnlySpan<string> names)
    {
        var to = Of(target);
        var from = source["metadata"] as JsonObject;
        foreach (var name in names)
        {
            if (from?[name] is { } member)
            {
                to[name] = member.DeepClone();
            }
            else
            {
                to.Remove(name);
            }
        }
    }

    /// <summary>A time as the metadata writes it.</summary>
    /// <param name="time">The time.</param>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString(KubernetesTimeConverter.Format, CultureInfo.InvariantCulture);

    /// <summary>The kind of JSON value, for messages.</summary>
    /// <param name="node">The value.</param>
    public static string KindOf(JsonNode? node) => (node?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => "null",
    };
}
