using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Slipway.Machinery.Apply.Types;
using Slipway.Machinery.Schemas;
using Slipway.Server.OpenApi;

namespace Slipway.Server.Verbs.Writing.Owning;

/// <summary>
/// The type that the schema of a built-in kind gives to a value. What a schema does not name is taken as it looks: other
/// rules say whether it may be there. Safe for concurrent use.
/// </summary>
internal sealed class BuiltInType : IMergeType
{
    private static readonly ConcurrentDictionary<string, BuiltInType> Named = new(StringComparer.Ordinal);

    private readonly JsonObject _schema;
    private readonly string _name;
    private readonly bool _isWhole;
    private Dictionary<string, IMergeType>? _members;
    private IMergeType? _additional;
    private IMergeType? _items;

    private BuiltInType(JsonObject schema, string name, bool isWhole, string[]? keys)
    {
        _schema = schema;
        _name = name;
        _isWhole = isWhole || Text("x-kubernetes-map-type") == "atomic";
        Type = Text("type") switch
        {
            "object" => SchemaType.Object,
            "array" => SchemaType.Array,
            "string" => SchemaType.String,
            "integer" => SchemaType.Integer,
            "number" => SchemaType.Number,
            "boolean" => SchemaType.Boolean,
            _ => SchemaType.Any,
        };
        ListType = Text("x-kubernetes-list-type") switch { "set" => ListType.Set, "map" => ListType.Map, _ => ListType.Atomic };
        ListKeys = keys ?? (schema["x-kubernetes-list-map-keys"] is JsonArray written ? [.. written.Select(k => k!.GetValue<string>())] : []);
    }

    /// <inheritdoc/>
    public SchemaType Type { get; }

    /// <inheritdoc/>
    public bool IsAtomicMap => _isWhole;

    /// <inheritdoc/>
    public ListType ListType { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> ListKeys { get; }

    /// <inheritdoc/>
    public IMergeType Items => _items ??= Below(_schema["items"] as JsonObject, "");

    /// <inheritdoc/>
    public bool IsDeduced => false;

    private Dictionary<string, IMergeType> Members
    {
        get
        {
            if (_members is null)
            {
                var members = new Dictionary<string, IMergeType>(StringComparer.Ordinal);
                foreach (var (name, schema) in _schema["properties"] as JsonObject ?? [])
                {
                    members[name] = Below(schema as JsonObject, name);
                }

                _members = members;
            }

            return _members;
        }
    }

    /// <summary>The type of a name; null where there is no schema of this name.</summary>
    /// <param name="name">The schema's name.</param>
    public static BuiltInType? Of(string name) => Named.TryGetValue(name, out var known) ? known
        : BuiltInSchemas.All.Schemas.TryGetValue(name, out var schema) ? Named.GetOrAdd(name, Make(name, schema, isWhole: false))
        : null;

    /// <inheritdoc/>
    public bool Names(string member) => Members.ContainsKey(member);

    /// <inheritdoc/>
    public IMergeType? Member(string member) => Members.TryGetValue(member, out var known) ? known
        : _schema["additionalProperties"] is JsonObject additional ? _additional ??= Below(additional, "")
        : DeducedType.Instance;

    /// <inheritdoc/>
    public JsonNode? DefaultOf(string member) =>
        _schema["properties"]?[member]?["default"] ?? (BuiltInFacts.DefaultOf(_name, member) is { } word ? JsonValue.Create(word) : null);

    private static BuiltInType Make(string name, JsonObject schema, bool isWhole)
    {
        var last = name[(name.LastIndexOf('.') + 1)..];
        return new(schema, last, isWhole || BuiltInFacts.IsWhole(last), keys: null);
    }

    private IMergeType Below(JsonObject? schema, string member)
    {
        if (schema is null)
        {
            return DeducedType.Instance;
        }

        var isWhole = (string?)schema["x-kubernetes-map-type"] == "atomic" || BuiltInFacts.IsWhole(_name, member);
        if ((string?)(schema["$ref"] ?? (schema["allOf"] as JsonArray)?[0]?["$ref"]) is { } reference)
        {
            var name = SchemaNames.NameOf(reference);
            return isWhole && BuiltInSchemas.All.Schemas.TryGetValue(name, out var referred) ? Make(name, referred, isWhole: true)
                : (IMergeType?)Of(name) ?? DeducedType.Instance;
        }

        var saysNothing = schema["type"] is null && schema["x-kubernetes-int-or-string"] is null;
        return saysNothing ? DeducedType.Instance : new BuiltInType(schema, "", isWhole, BuiltInFacts.KeysOf(_name, member));
    }

    private string Text(string name) => (string?)_schema[name] ?? "";
}
