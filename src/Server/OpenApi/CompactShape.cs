using System.Text.Json.Nodes;
using Slipway.Machinery.Protobuf;

namespace Slipway.Server.OpenApi;

/// <summary>
/// The shape of a field in the compact notation: a word for a scalar (<c>string</c>, <c>string(A|B)</c> for one of a few,
/// <c>bytes</c>, <c>int</c>, ...), a type's name (<c>meta.T</c>, <c>core.T</c>, a full name, or one of the package),
/// <c>[shape]</c> for a list or <c>{shape}</c> for a map. A leading <c>?</c> says that zero is told from absence. After a
/// list, <c>@a+b</c> says that it is a map by a and b that patches merge by a, <c>@</c> that it is a set that they merge,
/// <c>#a+b</c> and <c>#</c> the same without merging, and <c>!</c> that it is one value; after <c>@a</c>, <c>!</c> says that
/// only apply takes it for one value. <c>~</c> says that patches clear what they do not name. A <c>*</c> after all that says
/// that the field is required, and <c>=value</c> at the end what is filled in where there is none.
/// </summary>
/// <param name="Shape">What the value is.</param>
/// <param name="Text">The shape without its marks.</param>
/// <param name="Marks">What follows a list or a type.</param>
internal sealed record CompactShape(FieldShape Shape, string Text, string Marks)
{
    private static readonly char[] MarkLetters = ['@', '#', '!', '~'];

    /// <summary>Whether the field must be there.</summary>
    public bool Required { get; private init; }

    /// <summary>Whether zero is told from absence.</summary>
    public bool KeepsZero { get; private init; }

    /// <summary>The member by which strategic merge patches merge the list; empty for a set, null where they replace it.</summary>
    public string? MergeKey => Marks.StartsWith('@') ? Keys[0] : null;

    /// <summary>What is filled in where there is no value, as text.</summary>
    public string? Default { get; private init; }

    private string[] Keys => Marks.Trim('@', '#', '!', '~').Split('+');

    private Func<string, string> NameOf { get; init; } = static name => name;

    /// <summary>Reads a shape.</summary>
    /// <param name="text">The shape as written.</param>
    /// <param name="nameOf">The full name of a type.</param>
    /// <param name="message">The type of a full name; asked only when everything is read.</param>
    public static CompactShape Parse(string text, Func<string, string> nameOf, Func<string, MessageType> message)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var filling = equals < 0 ? null : text[(equals + 1)..];
        text = equals < 0 ? text : text[..equals];
        var required = text.EndsWith('*');
        text = required ? text[..^1] : text;
        var keepsZero = text.StartsWith('?');
        text = keepsZero ? text[1..] : text;
        var end = Math.Max(text.LastIndexOf(']'), text.LastIndexOf('}'));
        end = Math.Max(end, text.LastIndexOf(')'));
        var mark = text.IndexOfAny(MarkLetters, end + 1);
        var bare = mark < 0 ? text : text[..mark];
        return new CompactShape(ShapeOf(bare, nameOf, message), bare, mark < 0 ? "" : text[mark..])
        {
            Required = required,
            KeepsZero = keepsZero,
            Default = filling,
            NameOf = nameOf,
        };
    }

    /// <summary>The schema of the field.</summary>
    public JsonObject Schema()
    {
        var schema = SchemaOf(Text, NameOf);
        if (Marks.Length == 0)
        {
            return schema;
        }

        if (Text[0] == '[')
        {
            AddListType(schema);
        }

        var strategies = (Marks[0] == '@', Marks.Contains('~')) switch
        {
            (true, true) => "merge,retainKeys",
            (true, false) => "merge",
            (false, true) => "retainKeys",
            _ => null,
        };
        if (strategies is not null)
        {
            schema["x-kubernetes-patch-strategy"] = strategies;
        }

        if (MergeKey is { Length: > 0 } key)
        {
            schema["x-kubernetes-patch-merge-key"] = key;
        }

        return schema;
    }

    private void AddListType(JsonObject schema)
    {
        if (Marks[0] == '~')
        {
            return;
        }

        var isKeyed = Keys[0].Length > 0;
        schema["x-kubernetes-list-type"] = Marks.Contains('!') ? "atomic" : isKeyed ? "map" : "set";
        if (isKeyed && !Marks.Contains('!'))
        {
            schema["x-kubernetes-list-map-keys"] = new JsonArray([.. Keys.Select(k => (JsonNode)k)]);
        }
    }

    private static FieldShape ShapeOf(string text, Func<string, string> nameOf, Func<string, MessageType> message)
    {
        if (text[0] is '[' or '{')
        {
            return new FieldShape(text[0] == '[' ? ShapeKind.List : ShapeKind.Map, ShapeOf(text[1..^1], nameOf, message), []);
        }

        if (Choices(text) is { } choices)
        {
            return new FieldShape(ShapeKind.Text, null, choices);
        }

        var schemaName = nameOf("JSONSchemaProps");
        var schema = new Lazy<MessageType>(() => message(schemaName));
        return text switch
        {
            "schemaOrArray" => FieldShape.Union(ShapeKind.SchemaOrArray, schema),
            "schemaOrBool" => FieldShape.Union(ShapeKind.SchemaOrBool, schema),
            "schemaOrStrings" => FieldShape.Union(ShapeKind.SchemaOrStrings, schema),
            _ when Scalar(text) is { } scalar => new FieldShape(scalar.Kind),
            _ => NamedShape(nameOf(text), message),
        };
    }

    private static FieldShape NamedShape(string name, Func<string, MessageType> message) => new(new Lazy<MessageType>(() => message(name)));

    private static string[]? Choices(string text) =>
        text.StartsWith("string(", StringComparison.Ordinal) ? text["string(".Length..^1].Split('|') : null;

    private static JsonObject SchemaOf(string text, Func<string, string> nameOf)
    {
        if (text[0] == '[')
        {
            return new JsonObject { ["type"] = "array", ["items"] = SchemaOf(text[1..^1], nameOf) };
        }

        if (text[0] == '{')
        {
            return new JsonObject { ["type"] = "object", ["additionalProperties"] = SchemaOf(text[1..^1], nameOf) };
        }

        if (Choices(text) is { } choices)
        {
            return new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. choices.Select(c => (JsonNode)c)]) };
        }

        return Scalar(text) is { } scalar ? scalar.Schema() : new JsonObject { ["$ref"] = SchemaNames.ReferenceTo(nameOf(text)) };
    }

    private static (ShapeKind Kind, Func<JsonObject> Schema)? Scalar(string word) => word switch
    {
        "string" => (ShapeKind.Text, static () => Typed("string")),
        "bytes" => (ShapeKind.Bytes, static () => Typed("string", "byte")),
        "time" => (ShapeKind.Time, static () => Typed("string", "date-time")),
        "microtime" => (ShapeKind.MicroTime, static () => Typed("string", "date-time")),
        "bool" => (ShapeKind.Flag, static () => Typed("boolean")),
        "int" => (ShapeKind.Int, static () => Typed("integer", "int32")),
        "long" => (ShapeKind.Long, static () => Typed("integer", "int64")),
        "double" => (ShapeKind.Real, static () => Typed("number", "double")),
        "intstr" => (ShapeKind.IntOrString, IntOrString),
        "quantity" => (ShapeKind.Quantity, IntOrString),
        "fields" => (ShapeKind.Json, static () => Typed("object")),
        "strings" => (ShapeKind.Strings, static () => new JsonObject { ["type"] = "array", ["items"] = Typed("string") }),
        "raw" or "json" or "schemaOrArray" or "schemaOrBool" or "schemaOrStrings" =>
            (ShapeKind.Json, static () => new JsonObject { ["x-kubernetes-preserve-unknown-fields"] = true }),
        _ => null,
    };

    private static JsonObject IntOrString() => new()
    {
        ["anyOf"] = new JsonArray(Typed("integer"), Typed("string")),
        ["x-kubernetes-int-or-string"] = true,
    };

    private static JsonObject Typed(string type) => new() { ["type"] = type };

    private static JsonObject Typed(string type, string format) => new() { ["type"] = type, ["format"] = format };
}
