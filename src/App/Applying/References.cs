using System.Text.Json.Nodes;

namespace Slipway.App.Applying;

/// <summary>The references from one object to others by kind and name: <c>infrastructureRef</c>, <c>configRef</c>, <c>templateRef</c>... Pure.</summary>
internal static class References
{
    /// <summary>Finds them.</summary>
    /// <param name="value">The object.</param>
    public static IEnumerable<Reference> Of(JsonObject value) => Walk(value["spec"], "spec");

    private static IEnumerable<Reference> Walk(JsonNode? node, string path) => node switch
    {
        JsonObject value => value.SelectMany(p =>
            p.Key.EndsWith("Ref", StringComparison.Ordinal) && p.Value is JsonObject reference && Read(reference, $"{path}.{p.Key}") is { } found
                ? [found]
                : Walk(p.Value, $"{path}.{p.Key}")),
        JsonArray list => list.SelectMany((item, at) => Walk(item, $"{path}[{at}]")),
        _ => [],
    };

    private static Reference? Read(JsonObject reference, string path)
    {
        var (kind, name, version) = (Manifest.Text(reference, "kind"), Manifest.Text(reference, "name"), Manifest.Text(reference, "apiVersion"));
        var group = Manifest.Text(reference, "apiGroup") is { Length: > 0 } given ? given
            : version.IndexOf('/', StringComparison.Ordinal) is var at and >= 0 ? version[..at] : "";
        return kind.Length > 0 && name.Length > 0 && group.Length > 0 ? new Reference(path, group, kind, name) : null;
    }
}
