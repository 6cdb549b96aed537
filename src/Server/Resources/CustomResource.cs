using System.Runtime.InteropServices;
using System.Text.Json;
using Slipway.Machinery.Objects;

namespace Slipway.Server.Resources;

/// <summary>
/// Reads CustomResourceDefinitions. Schemas stay bytes until somebody needs them, so that a server with many large
/// definitions starts in a moment.
/// </summary>
internal static class CustomResource
{
    /// <summary>The kind of the definitions themselves.</summary>
    public static GroupKind DefinitionKind { get; } = new("apiextensions.k8s.io", "CustomResourceDefinition");

    /// <summary>Keeps a definition until all its objects are gone.</summary>
    public const string Finalizer = "customresourcecleanup.apiextensions.k8s.io";

    /// <summary>Reads the definition of a kind.</summary>
    /// <param name="document">A CustomResourceDefinition that was accepted.</param>
    /// <param name="json">The bytes of the document; they are kept and must not change.</param>
    public static ResourceDefinition Read(JsonDocument document, ReadOnlyMemory<byte> json)
    {
        var spec = document.RootElement.GetProperty("spec");
        var names = spec.GetProperty("names");
        var group = spec.GetProperty("group").GetString()!;
        var kind = names.GetProperty("kind").GetString()!;
        return new ResourceDefinition
        {
            Kind = new GroupKind(group, kind),
            Plural = names.GetProperty("plural").GetString()!,
            Singular = Text(names, "singular") ?? kind.ToLowerInvariant(),
            ListKind = Text(names, "listKind") ?? $"{kind}List",
            ShortNames = Strings(names, "shortNames"),
            Categories = Strings(names, "categories"),
            Namespaced = spec.GetProperty("scope").GetString() == "Namespaced",
            BuiltIn = false,
            IsEnding = Text(document.RootElement.GetProperty("metadata"), "deletionTimestamp") is not null,
            Traits = KindTraits.CustomResource,
            Versions =
            [
                .. spec.GetProperty("versions").EnumerateArray()
                    .Select(v => Version(v, json, $"{group}/{v.GetProperty("name").GetString()} {kind}"))
                    .OrderBy(v => v.Name, VersionOrder.Instance),
            ],
        };
    }

    /// <summary>Whether a definition is in force.</summary>
    /// <param name="document">A CustomResourceDefinition.</param>
    /// <param name="generation">Its generation, which changes whenever what it says does.</param>
    public static bool IsEstablished(JsonDocument document, out long generation)
    {
        var root = document.RootElement;
        generation = root.GetProperty("metadata").TryGetProperty("generation", out var number) ? number.GetInt64() : 0;
        return Property(root, "status") is { } status
            && Property(status, "conditions") is { ValueKind: JsonValueKind.Array } conditions
            && conditions.EnumerateArray().Any(c => Text(c, "type") == "Established" && Text(c, "status") == "True");
    }

    private static ResourceVersion Version(JsonElement version, ReadOnlyMemory<byte> json, string title)
    {
        var deprecated = version.TryGetProperty("deprecated", out var flag) && flag.ValueKind == JsonValueKind.True;
        var subresources = Property(version, "subresources");
        return new ResourceVersion
        {
            Name = version.GetProperty("name").GetString()!,
            Served = version.GetProperty("served").GetBoolean(),
            Storage = version.GetProperty("storage").GetBoolean(),
            DeprecationWarning = deprecated ? Text(version, "deprecationWarning") ?? $"{title} is deprecated" : null,
            Schema = Schema(version, json),
            Columns = Columns(version),
            HasStatus = subresources is { } s && Property(s, "status") is not null,
            Scale = subresources is { } r && Property(r, "scale") is { } scale ? Scale(scale) : null,
            SelectableFields = Property(version, "selectableFields") is { ValueKind: JsonValueKind.Array } fields
                ? [.. fields.EnumerateArray().Select(f => Text(f, "jsonPath") ?? "")]
                : [],
        };
    }

    private static Lazy<ResourceSchema>? Schema(JsonElement version, ReadOnlyMemory<byte> json)
    {
        if (Property(version, "schema") is not { } holder || Property(holder, "openAPIV3Schema") is not { ValueKind: JsonValueKind.Object } schema)
        {
            return null;
        }

        var raw = JsonMarshal.GetRawUtf8Value(schema);
        json.Span.Overlaps(raw, out var offset);
        var bytes = json.Slice(offset, raw.Length);
        return new Lazy<ResourceSchema>(() => new ResourceSchema(bytes));
    }

    private static ScalePaths Scale(JsonElement scale) => new(
        Text(scale, "specReplicasPath") ?? "", Text(scale, "statusReplicasPath") ?? "", Text(scale, "labelSelectorPath"));

    private static IReadOnlyList<PrinterColumn> Columns(JsonElement version)
    {
        if (Property(version, "additionalPrinterColumns") is not { ValueKind: JsonValueKind.Array } columns)
        {
            return [];
        }

        return
        [
            .. columns.EnumerateArray().Select(c => new PrinterColumn(
                Text(c, "name") ?? "",
                Text(c, "type") ?? "string",
                Text(c, "jsonPath") ?? "",
                Property(c, "priority") is { ValueKind: JsonValueKind.Number } priority ? priority.GetInt32() : 0,
                Text(c, "description") ?? "",
                Text(c, "format") ?? "")),
        ];
    }

    private static JsonElement? Property(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static string? Text(JsonElement element, string name) =>
        Property(element, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    private static IReadOnlyList<string> Strings(JsonElement element, string name) =>
        Property(element, name) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray().Select(i => i.GetString() ?? "")] : [];
}
