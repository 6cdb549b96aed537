using System.Text.Json;
using System.Text.Json.Nodes;

namespace Slipway.Server.Tables;

/// <summary>The columns that every kind has, and short ways to make others.</summary>
internal static class Columns
{
    /// <summary>The object's name.</summary>
    public static TableColumn Name { get; } = new("Name", "string", static (json, _) => Text(json, "metadata", "name"))
    {
        Format = "name",
        Description = "The name of the object, unique among those of its kind in its namespace.",
    };

    /// <summary>How long ago the object was created.</summary>
    public static TableColumn Age { get; } = Since("Age", "metadata", "creationTimestamp") with
    {
        Description = "How long ago the object was created.",
    };

    /// <summary>When the object was created, as it is written.</summary>
    public static TableColumn CreatedAt { get; } = Of("Created At", "metadata", "creationTimestamp") with
    {
        Type = "date",
        Description = "When the object was created.",
    };

    /// <summary>A column of a string.</summary>
    /// <param name="name">The heading.</param>
    /// <param name="path">Where the string is; an absent one shows as nothing.</param>
    public static TableColumn Of(string name, params string[] path) => new(name, "string", (json, _) => Text(json, path));

    /// <summary>A column of a string that says <c>&lt;none&gt;</c> or <c>&lt;unset&gt;</c> where there is none.</summary>
    /// <param name="name">The heading.</param>
    /// <param name="absent">What to say.</param>
    /// <param name="path">Where the string is.</param>
    public static TableColumn Or(string name, string absent, params string[] path) => new(name, "string", (json, _) =>
    {
        var text = Text(json, path);
        return text.Length == 0 ? absent : text;
    });

    /// <summary>A column of a whole number; an absent one counts as 0.</summary>
    /// <param name="name">The heading.</param>
    /// <param name="path">Where the number is.</param>
    public static TableColumn Number(string name, params string[] path) => new(name, "integer", (json, _) => Whole(json, path));

    /// <summary>A column of the number of entries of a map or list.</summary>
    /// <param name="name">The heading.</param>
    /// <param name="fields">The members of the object that are counted together.</param>
    public static TableColumn Count(string name, params string[] fields) =>
        new(name, "string", (json, _) => fields.Sum(f => Size(json[f])));

    /// <summary>A column of how long ago a moment was.</summary>
    /// <param name="name">The heading.</param>
    /// <param name="path">Where the moment is.</param>
    public static TableColumn Since(string name, params string[] path) =>
        new(name, "date", (json, now) => Ages.Since(Text(json, path), now));

    /// <summary>A computed column.</summary>
    /// <param name="name">The heading.</param>
    /// <param name="cell">Makes the text.</param>
    public static TableColumn Made(string name, Func<JsonObject, string> cell) => new(name, "string", (json, _) => cell(json));

    /// <summary>The same column, shown only in wide output.</summary>
    /// <param name="column">The column.</param>
    public static TableColumn Wide(TableColumn column) => column with { Priority = 1 };

    /// <summary>The node at a path, or null.</summary>
    /// <param name="json">Where to start.</param>
    /// <param name="path">Member names.</param>
    public static JsonNode? At(JsonNode? json, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            json = (json as JsonObject)?[name];
        }

        return json;
    }

    /// <summary>The string at a path; empty where there is none. Other scalars are shown as they are written.</summary>
    /// <param name="json">Where to start.</param>
    /// <param name="path">Member names.</param>
    public static string Text(JsonNode? json, params ReadOnlySpan<string> path) => At(json, path) switch
    {
        null => "",
        JsonValue value when value.GetValueKind() == JsonValueKind.String => (string?)value ?? "",
        var other => other.ToJsonString(),
    };

    /// <summary>The whole number at a path; 0 where there is none.</summary>
    /// <param name="json">Where to start.</param>
    /// <param name="path">Member names.</param>
    public static long Whole(JsonNode? json, params ReadOnlySpan<string> path) =>
        At(json, path) is JsonValue value && value.TryGetValue(out long number) ? number : 0;

    /// <summary>The objects of a list at a path.</summary>
    /// <param name="json">Where to start.</param>
    /// <param name="path">Member names.</param>
    public static IEnumerable<JsonObject> List(JsonNode? json, params ReadOnlySpan<string> path) =>
        At(json, path) is JsonArray list ? list.OfType<JsonObject>() : [];

    /// <summary>A map as <c>a=b,c=d</c>, or <c>&lt;none&gt;</c>.</summary>
    /// <param name="map">The map.</param>
    public static string Pairs(JsonNode? map) =>
        map is JsonObject { Count: > 0 } entries
            ? string.Join(',', entries.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => $"{e.Key}={Text(e.Value)}"))
            : "<none>";

    /// <summary>Texts joined by commas, or <c>&lt;none&gt;</c>.</summary>
    /// <param name="texts">The texts.</param>
    public static string Joined(IEnumerable<string> texts)
    {
        var joined = string.Join(',', texts);
        return joined.Length == 0 ? "<none>" : joined;
    }

    private static int Size(JsonNode? node) => node switch
    {
        JsonObject map => map.Count,
        JsonArray list => list.Count,
        _ => 0,
    };
}
