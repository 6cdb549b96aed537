using System.Text.Json.Nodes;

namespace Slipway.Server.OpenApi;

/// <summary>
/// Reads the compact notation in which the schemas of built-in kinds are written. <c>package P</c> and <c>group G/V</c>
/// hold for what follows. <c>type T: words</c> begins a type and <c>kind K: words</c> one that has apiVersion, kind and
/// metadata; both stand at the beginning of a line, and their fields follow indented, as <c>name shape: words</c>.
/// A shape is a word for a scalar, <c>any</c>, a type's name (<c>meta.T</c>, <c>core.T</c> or of this package),
/// <c>[shape]</c> for a list or <c>{shape}</c> for a map. <c>[shape]@key</c> is a list merged by that key (by value where
/// there is no key), <c>[shape]!</c> one replaced whole. A final <c>*</c> says that the field is required.
/// </summary>
internal sealed class CompactSchema
{
    private readonly Dictionary<string, JsonObject> _schemas = new(StringComparer.Ordinal);
    private readonly Dictionary<(string GroupVersion, string Kind), string> _kinds = [];
    private string _package = "";
    private string _group = "";
    private JsonObject? _type;

    /// <summary>The schemas by name, in the form of version 3.</summary>
    public IReadOnlyDictionary<string, JsonObject> Schemas => _schemas;

    /// <summary>The name of the schema of each kind, by <c>group/version</c> and kind.</summary>
    public IReadOnlyDictionary<(string GroupVersion, string Kind), string> Kinds => _kinds;

    /// <summary>Reads a text, adding to what was read before.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="FormatException">A line is not of the notation.</exception>
    public void Read(TextReader text)
    {
        while (text.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (line[0] == ' ')
            {
                AddField(line.Trim());
                continue;
            }

            var (word, rest) = Cut(line, ' ');
            switch (word)
            {
                case "package":
                    _package = rest + ".";
                    break;
                case "group":
                    _group = rest;
                    break;
                case "type":
                    Begin(rest);
                    break;
                case "kind":
                    AddKind(Begin(rest));
                    break;
                default:
                    throw new FormatException($"A line begins with package, group, type or kind, but this does not: {line}");
            }
        }
    }

    private static (string Head, string Tail) Cut(string text, char at)
    {
        var index = text.IndexOf(at, StringComparison.Ordinal);
        return index < 0 ? (text, "") : (text[..index], text[(index + 1)..].Trim());
    }

    private string Begin(string rest)
    {
        var (name, words) = Cut(rest, ':');
        _type = new JsonObject { ["description"] = words, ["type"] = "object" };
        _schemas[_package + name] = _type;
        return name;
    }

    private void AddKind(string kind)
    {
        _kinds[(_group, kind)] = _package + kind;
        AddField("apiVersion string: The group and version in which the object is written.");
        AddField("kind string: The kind of the object.");
        AddField("metadata meta.ObjectMeta: What every object has: its name, its place, and what clients attach to it.");
    }

    private void AddField(string line)
    {
        var type = _type ?? throw new FormatException("A field stands before any type: " + line);
        var (head, words) = Cut(line, ':');
        var (name, shape) = Cut(head, ' ');
        if (shape.EndsWith('*'))
        {
            shape = shape[..^1];
            var required = type["required"] as JsonArray;
            if (required is null)
            {
                type["required"] = required = [];
            }

            required.Add((JsonNode)name);
        }

        if (type["properties"] is not JsonObject properties)
        {
            type["properties"] = properties = [];
        }

        var field = Shape(shape);
        if (field["$ref"] is { } reference)
        {
            // Words beside a reference are ignored by some readers, so the reference stands in a list of its own.
            field = new JsonObject { ["allOf"] = new JsonArray(new JsonObject { ["$ref"] = reference.DeepClone() }) };
        }

        field["description"] = words;
        properties[name] = field;
    }

    private JsonObject Shape(string shape)
    {
        if (shape.StartsWith('['))
        {
            var end = shape.LastIndexOf(']');
            var list = new JsonObject { ["type"] = "array", ["items"] = Shape(shape[1..end]) };
            AddMerge(list, shape[(end + 1)..]);
            return list;
        }

        return shape[0] == '{'
            ? new JsonObject { ["type"] = "object", ["additionalProperties"] = Shape(shape[1..^1]) }
            : Scalar(shape) ?? new JsonObject { ["$ref"] = SchemaNames.ReferenceTo(NameOf(shape)) };
    }

    private static void AddMerge(JsonObject list, string merge)
    {
        if (merge == "!")
        {
            list["x-kubernetes-list-type"] = "atomic";
        }
        else if (merge == "@")
        {
            list["x-kubernetes-list-type"] = "set";
            list["x-kubernetes-patch-strategy"] = "merge";
        }
        else if (merge.StartsWith('@'))
        {
            list["x-kubernetes-list-type"] = "map";
            list["x-kubernetes-list-map-keys"] = new JsonArray((JsonNode)merge[1..]);
            list["x-kubernetes-patch-strategy"] = "merge";
            list["x-kubernetes-patch-merge-key"] = merge[1..];
        }
    }

    private string NameOf(string type)
    {
        var (package, name) = Cut(type, '.');
        return package switch
        {
            "meta" => SchemaNames.Meta + name,
            "core" => SchemaNames.Core + name,
            _ => _package + type,
        };
    }

    private static JsonObject? Scalar(string word) => word switch
    {
        "string" => new() { ["type"] = "string" },
        "bytes" => new() { ["type"] = "string", ["format"] = "byte" },
        "time" or "microtime" => new() { ["type"] = "string", ["format"] = "date-time" },
        "bool" => new() { ["type"] = "boolean" },
        "int" => new() { ["type"] = "integer", ["format"] = "int32" },
        "long" => new() { ["type"] = "integer", ["format"] = "int64" },
        "intstr" or "quantity" => new()
        {
            ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "integer" }, new JsonObject { ["type"] = "string" }),
            ["x-kubernetes-int-or-string"] = true,
        },
        "any" => new() { ["x-kubernetes-preserve-unknown-fields"] = true },
        _ => null,
    };
}
