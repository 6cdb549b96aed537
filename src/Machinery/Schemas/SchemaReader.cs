using System.Text.Json;
using System.Text.Json.Nodes;
using Slipway.Machinery.Json;

namespace Slipway.Machinery.Schemas;

/// <summary>Reads one level of a schema; the levels below stay slices of the same bytes.</summary>
internal static class SchemaReader
{
    /// <summary>Reads a level.</summary>
    /// <exception cref="SchemaException">It is not a schema.</exception>
    public static SchemaRules Read(ReadOnlyMemory<byte> source)
    {
        var rules = new SchemaRules();
        var reader = new Utf8JsonReader(source.Span, new JsonReaderOptions { MaxDepth = 1000 });
        try
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                throw new SchemaException("A schema is a JSON object.");
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = JsonNames.Get(reader.ValueSpan) ?? reader.GetString()!;
                reader.Read();
                if (reader.TokenType == JsonTokenType.Null)
                {
                    continue;
                }

                if (!Structure(ref reader, source, name, rules) && !Limit(ref reader, name, rules) && !Extension(ref reader, source, name, rules))
                {
                    (rules.Others ??= []).Add(name);
                    reader.Skip();
                }
            }
        }
        catch (Exception e) when (e is InvalidOperationException or JsonException or StrictJsonException)
        {
            throw new SchemaException($"A schema has a keyword of the wrong type: {e.Message}");
        }

        if (rules.IntOrString && rules.AnyOf is [var first, var second] && IsType(first, SchemaType.Integer) && IsType(second, SchemaType.String))
        {
            // The usual spelling of what the extension says already.
            rules.AnyOf = [];
        }

        return rules;
    }

    private static bool IsType(Schema schema, SchemaType type) => schema.Utf8.Length < 40 && schema.Rules.Type == type;

    private static bool Structure(ref Utf8JsonReader reader, ReadOnlyMemory<byte> source, string name, SchemaRules rules)
    {
        switch (name)
        {
            case "type":
                rules.TypeName = reader.GetString()!;
                rules.Type = TypeOf(rules.TypeName);
                return true;
            case "format":
                rules.Format = JsonNames.Get(reader.ValueSpan) ?? reader.GetString()!;
                return true;
            case "properties":
                rules.Properties = Map(ref reader, source);
                return true;
            case "items":
                rules.Items = Child(ref reader, source);
                return true;
            case "additionalProperties":
                rules.HasAdditional = true;
                rules.AnyAdditional = reader.TokenType == JsonTokenType.True;
                rules.Additional = reader.TokenType == JsonTokenType.StartObject ? Child(ref reader, source) : null;
                return true;
            case "allOf":
                rules.AllOf = List(ref reader, source);
                return true;
            case "anyOf":
                rules.AnyOf = List(ref reader, source);
                return true;
            case "oneOf":
                rules.OneOf = List(ref reader, source);
                return true;
            case "not":
                rules.Not = Child(ref reader, source);
                return true;
            case "default":
                rules.Default = Node(ref reader, source);
                return true;
            case "enum":
                rules.Enum = Node(ref reader, source) is JsonArray values ? [.. values] : throw new SchemaException("\"enum\" is a list.");
                return true;
            default:
                return false;
        }
    }

    private static bool Limit(ref Utf8JsonReader reader, string name, SchemaRules rules)
    {
        switch (name)
        {
            case "nullable":
                rules.Nullable = reader.GetBoolean();
                return true;
            case "required":
                rules.Required = Strings(ref reader);
                return true;
            case "pattern":
                rules.Pattern = reader.GetString() is { Length: > 0 } pattern ? pattern : null;
                return true;
            case "minimum":
                rules.Minimum = reader.GetDouble();
                return true;
            case "maximum":
                rules.Maximum = reader.GetDouble();
                return true;
            case "exclusiveMinimum":
                rules.ExclusiveMinimum = reader.GetBoolean();
                return true;
            case "exclusiveMaximum":
                rules.ExclusiveMaximum = reader.GetBoolean();
                return true;
            case "multipleOf":
                rules.MultipleOf = reader.GetDouble();
                return true;
            case "minLength":
                rules.MinLength = (long)reader.GetDouble();
                return true;
            case "maxLength":
                rules.MaxLength = (long)reader.GetDouble();
                return true;
            case "minItems":
                rules.MinItems = (long)reader.GetDouble();
                return true;
            case "maxItems":
                rules.MaxItems = (long)reader.GetDouble();
                return true;
            case "minProperties":
                rules.MinProperties = (long)reader.GetDouble();
                return true;
            case "maxProperties":
                rules.MaxProperties = (long)reader.GetDouble();
                return true;
            case "uniqueItems":
                rules.UniqueItems = reader.GetBoolean();
                return true;
            default:
                return false;
        }
    }

    private static bool Extension(ref Utf8JsonReader reader, ReadOnlyMemory<byte> source, string name, SchemaRules rules)
    {
        switch (name)
        {
            case "x-kubernetes-int-or-string":
                rules.IntOrString = reader.GetBoolean();
                return true;
            case "x-kubernetes-preserve-unknown-fields":
                rules.PreserveUnknown = reader.GetBoolean();
                rules.DeniesUnknown = !rules.PreserveUnknown;
                return true;
            case "x-kubernetes-embedded-resource":
                rules.EmbeddedResource = reader.GetBoolean();
                return true;
            case "x-kubernetes-list-type":
                rules.ListType = reader.GetString() switch
                {
                    "set" => ListType.Set,
                    "map" => ListType.Map,
                    "atomic" => ListType.Atomic,
                    var other => throw new SchemaException($"x-kubernetes-list-type: \"{other}\" is none of atomic, set, map."),
                };
                return true;
            case "x-kubernetes-list-map-keys":
                rules.ListMapKeys = Strings(ref reader);
                return true;
            case "x-kubernetes-map-type":
                rules.MapType = reader.GetString();
                return true;
            case "x-kubernetes-validations":
                rules.Validations = Validations(Node(ref reader, source));
                return true;
            case "description":
                // Skipped here and not remembered: every level has one, and only nested schemas may not.
                rules.HasDescription = true;
                reader.Skip();
                return true;
            default:
                return false;
        }
    }

    private static ValidationRule[] Validations(JsonNode? node)
    {
        static string Text(JsonNode? map, string name) => (string?)map?[name] ?? "";

        return node is not JsonArray list
            ? throw new SchemaException("x-kubernetes-validations is a list.")
            : [.. list.Select(r => new ValidationRule(Text(r, "rule"))
            {
                Message = Text(r, "message"),
                MessageExpression = Text(r, "messageExpression"),
                Reason = Text(r, "reason"),
                FieldPath = Text(r, "fieldPath"),
                OptionalOldSelf = (bool?)r?["optionalOldSelf"] ?? false,
                SaysOptionalOldSelf = r?["optionalOldSelf"] is not null,
            })];
    }

    private static SchemaType TypeOf(string name) => name switch
    {
        "object" => SchemaType.Object,
        "array" => SchemaType.Array,
        "string" => SchemaType.String,
        "integer" => SchemaType.Integer,
        "number" => SchemaType.Number,
        "boolean" => SchemaType.Boolean,
        "" => SchemaType.Any,
        _ => throw new SchemaException($"type: \"{name}\" is none of object, array, string, integer, number, boolean."),
    };

    private static ReadOnlyMemory<byte> Slice(ref Utf8JsonReader reader, ReadOnlyMemory<byte> source)
    {
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return source[start..(int)reader.BytesConsumed];
    }

    private static JsonNode? Node(ref Utf8JsonReader reader, ReadOnlyMemory<byte> source) => StrictJson.Parse(Slice(ref reader, source).Span).Root;

    private static Schema Child(ref Utf8JsonReader reader, ReadOnlyMemory<byte> source) => reader.TokenType == JsonTokenType.StartObject
        ? new Schema(Slice(ref reader, source))
        : throw new SchemaException("A schema is a JSON object.");

    private static Schema[] List(ref Utf8JsonReader reader, ReadOnlyMemory<byte> source)
    {
        var list = new List<Schema>();
        Expect(ref reader, JsonTokenType.StartArray);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            list.Add(Child(ref reader, source));
        }

        return [.. list];
    }

    private static Dictionary<string, Schema> Map(ref Utf8JsonReader reader, ReadOnlyMemory<byte> source)
    {
        var map = new Dictionary<string, Schema>(StringComparer.Ordinal);
        Expect(ref reader, JsonTokenType.StartObject);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueIsEscaped ? reader.GetString()! : JsonNames.Get(reader.ValueSpan) ?? reader.GetString()!;
            reader.Read();
            map[name] = Child(ref reader, source);
        }

        return map;
    }

    private static string[] Strings(ref Utf8JsonReader reader)
    {
        var list = new List<string>();
        Expect(ref reader, JsonTokenType.StartArray);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            list.Add(reader.GetString() ?? "");
        }

        return [.. list];
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType token)
    {
        if (reader.TokenType != token)
        {
            throw new SchemaException(token == JsonTokenType.StartArray ? "A list was expected in a schema." : "A map was expected in a schema.");
        }
    }
}
