using System.Text.Json;
using System.Text.Json.Nodes;

namespace Slipway.Machinery.Schemas;

/// <summary>
/// The schema of a custom resource (apiextensions v1 JSONSchemaProps). It stays bytes; each level is read when a value
/// first reaches it, so that large definitions cost nothing before they are used. Immutable; safe for concurrent use.
/// </summary>
public sealed class Schema
{
    private readonly ReadOnlyMemory<byte> _source;
    private SchemaRules? _rules;
    private bool? _mayDefault;
    private bool? _mayHaveRules;

    internal Schema(ReadOnlyMemory<byte> source) => _source = source;

    /// <summary>The schema as it is written, UTF-8 JSON.</summary>
    public ReadOnlyMemory<byte> Utf8 => _source;

    /// <summary>The JSON type asked for.</summary>
    public SchemaType Type => Rules.Type;

    /// <summary>How a list's items are told apart.</summary>
    public ListType ListType => Rules.ListType ?? ListType.Atomic;

    /// <summary>The members that tell a list's items apart, for <see cref="ListType.Map"/>.</summary>
    public IReadOnlyList<string> ListMapKeys => Rules.ListMapKeys;

    /// <summary>Whether an object is one value, not to be merged member by member.</summary>
    public bool IsAtomicMap => Rules.MapType == "atomic";

    /// <summary>The schema of a list's items.</summary>
    public Schema? Items => Rules.Items;

    /// <summary>What one level says; read on first use.</summary>
    internal SchemaRules Rules => _rules ??= SchemaReader.Read(_source);

    /// <summary>False where neither this level nor any below has a default.</summary>
    internal bool MayDefault => _mayDefault ??= _source.Span.IndexOf("\"default\""u8) >= 0;

    /// <summary>False where neither this level nor any below has CEL rules.</summary>
    internal bool MayHaveRules => _mayHaveRules ??= _source.Span.IndexOf("\"x-kubernetes-validations\""u8) >= 0;

    /// <summary>Takes a schema. Only its outermost form is looked at now.</summary>
    /// <param name="openApiV3Schema">A version's <c>schema.openAPIV3Schema</c>, UTF-8 JSON; it is kept and must not change.</param>
    /// <exception cref="SchemaException">It is not a JSON object.</exception>
    public static Schema Parse(ReadOnlyMemory<byte> openApiV3Schema)
    {
        var text = openApiV3Schema.Span.TrimStart(" \t\r\n"u8);
        return text.Length > 0 && text[0] == (byte)'{' ? new(openApiV3Schema) : throw new SchemaException("A schema is a JSON object.");
    }

    /// <summary>Takes a schema.</summary>
    /// <param name="openApiV3Schema">A version's <c>schema.openAPIV3Schema</c>; it is copied.</param>
    public static Schema Parse(JsonObject openApiV3Schema)
    {
        ArgumentNullException.ThrowIfNull(openApiV3Schema);
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            openApiV3Schema.WriteTo(writer);
        }

        return new(buffer.ToArray());
    }

    /// <summary>The schema of a member that is named; null where there is none of this name.</summary>
    /// <param name="name">The member's name.</param>
    public Schema? Named(string name) => Rules.Properties?.GetValueOrDefault(name);

    /// <summary>The schema of a member, be it named or additional; null where the schema says nothing about it.</summary>
    /// <param name="name">The member's name.</param>
    public Schema? Property(string name)
    {
        var rules = Rules;
        return rules.Properties is { } properties && properties.TryGetValue(name, out var property) ? property : rules.Additional;
    }
}
