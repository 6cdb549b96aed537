using System.Text.Json.Nodes;

namespace Slipway.App.Applying;

/// <summary>One object of a file.</summary>
/// <param name="Object">The object.</param>
/// <param name="Place">Where it stands: <c>file:line</c>.</param>
internal sealed record Manifest(JsonObject Object, string Place)
{
    /// <summary>The object's <c>apiVersion</c>; empty where it has none.</summary>
    public string ApiVersion => Text(Object, "apiVersion");

    /// <summary>The object's <c>kind</c>; empty where it has none.</summary>
    public string Kind => Text(Object, "kind");

    /// <summary>The object's name; empty where it has none.</summary>
    public string Name => Text(Object["metadata"] as JsonObject, "name");

    /// <summary>The object's namespace; empty where it names none.</summary>
    public string Namespace => Text(Object["metadata"] as JsonObject, "namespace");

    /// <summary>The API group of <see cref="ApiVersion"/>.</summary>
    public string Group => ApiVersion.IndexOf('/', StringComparison.Ordinal) is var at and >= 0 ? ApiVersion[..at] : "";

    /// <summary>The string at a name; empty where there is none.</summary>
    /// <param name="value">An object; null counts as empty.</param>
    /// <param name="name">The property.</param>
    internal static string Text(JsonObject? value, string name) => value?[name] is JsonValue v && v.TryGetValue(out string? text) ? text : "";
}
