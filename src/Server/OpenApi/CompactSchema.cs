using System.Globalization;
using System.Text.Json.Nodes;
using Slipway.Machinery.Protobuf;

namespace Slipway.Server.OpenApi;

/// <summary>
/// Reads the compact notation in which built-in kinds are written once for all uses: their schemas, the keys of their lists
/// and their numbers in protocol buffers. <c>package P</c> and <c>group G/V</c> hold for what follows. <c>type T: words</c>
/// begins a type, <c>object T: words</c> one that has apiVersion and kind, <c>kind K: words</c> one that has metadata as
/// well; they stand at the beginning of a line, and their fields follow indented, as <c>name=number shape: words</c>, where
/// the words may be missing. A field called <c>...</c> is a message whose fields stand among those of its holder. How
/// shapes are written says <see cref="CompactShape"/>.
/// </summary>
internal sealed class CompactSchema
{
    private readonly Dictionary<string, JsonObject> _schemas = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<MessageField>> _fields = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _inlined = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MessageType> _messages = new(StringComparer.Ordinal);
    private readonly Dictionary<(string GroupVersion, string Kind), string> _kinds = [];
    private string _package = "";
    private string _group = "";
    private string _type = "";

    /// <summary>The schemas by name, in the form of version 3.</summary>
    public IReadOnlyDictionary<string, JsonObject> Schemas => _schemas;

    /// <summary>The name of the schema of each kind, by <c>group/version</c> and kind.</summary>
    public IReadOnlyDictionary<(string GroupVersion, string Kind), string> Kinds => _kinds;

    /// <summary>The types by name, for protocol buffers and for checks.</summary>
    public IReadOnlyDictionary<string, MessageType> Messages => _messages;

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
                case "object":
                    Begin(rest);
                    AddTypeFields();
                    break;
                case "kind":
                    AddKind(Begin(rest));
                    break;
                default:
                    throw new FormatException($"A line begins with package, group, type, object or kind, but this does not: {line}");
            }
        }
    }

    /// <summary>Puts what was read together; nothing may be read after that.</summary>
    /// <exception cref="FormatException">A type inlines one that there is not.</exception>
    public void Complete()
    {
        foreach (var (name, fields) in _fields)
        {
            _messages[name] = new MessageType(name, fields);
        }

        foreach (var name in _inlined.Keys.ToList())
        {
            Inline(name);
        }
    }

    private void Inline(string name)
    {
        if (!_inlined.Remove(name, out var inlined))
        {
            return;
        }

        foreach (var other in inlined)
        {
            Inline(other);
            var source = _schemas.GetValueOrDefault(other) ?? throw new FormatException($"{name} inlines {other}, which is not there.");
            foreach (var (field, schema) in source["properties"] as JsonObject ?? [])
            {
                Properties(_schemas[name])[field] = schema?.DeepClone();
            }

            foreach (var required in source["required"] as JsonArray ?? [])
            {
                Require(_schemas[name], (string)required!);
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
        _type = _package + name;
        _schemas[_type] = new JsonObject { ["description"] = words, ["type"] = "object" };
        _fields[_type] = [];
        if (words.Length == 0)
        {
            _schemas[_type].Remove("description");
        }

        return name;
    }

    private void AddKind(string kind)
    {
        _kinds[(_group, kind)] = _package + kind;
        AddTypeFields();
        AddField("metadata=1 meta.ObjectMeta: What every object has: its name, its place, and what clients attach to it.");
    }

    private void AddTypeFields()
    {
        AddField("apiVersion=0 string: The group and version in which the object is written.");
        AddField("kind=0 string: The kind of the object.");
    }

    private void AddField(string line)
    {
        if (_type.Length == 0)
        {
            throw new FormatException("A field stands before any type: " + line);
        }

        var (head, words) = Cut(line, ':');
        var (label, text) = Cut(head, ' ');
        var (name, digits) = Cut(label, '=');
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            throw new FormatException("A field is written as name=number, but this is not: " + line);
        }

        var shape = CompactShape.Parse(text, NameOf, name => _messages[name]);
        if (name == "...")
        {
            _fields[_type].Add(new MessageField("", number, shape.Shape));
            if (!_inlined.TryGetValue(_type, out var inlined))
            {
                _inlined[_type] = inlined = [];
            }

            inlined.Add(NameOf(text));
            return;
        }

        _fields[_type].Add(new MessageField(name, number, shape.Shape)
        {
            Required = shape.Required,
            KeepsZero = shape.KeepsZero,
            MergeKey = shape.MergeKey,
            Default = shape.Default,
        });
        AddSchema(name, shape, words);
    }

    private void AddSchema(string name, CompactShape shape, string words)
    {
        var schema = _schemas[_type];
        if (shape.Required)
        {
            Require(schema, name);
        }

        var field = shape.Schema();
        if (field["$ref"] is { } reference)
        {
            // Words beside a reference are ignored by some readers, so the reference stands in a list of its own.
            field.Remove("$ref");
            field["allOf"] = new JsonArray(new JsonObject { ["$ref"] = reference.DeepClone() });
        }

        if (words.Length > 0)
        {
            field["description"] = words;
        }

        Properties(schema)[name] = field;
    }

    private static JsonObject Properties(JsonObject schema)
    {
        if (schema["properties"] is not JsonObject properties)
        {
            schema["properties"] = properties = [];
        }

        return properties;
    }

    private static void Require(JsonObject schema, string name)
    {
        if (schema["required"] is not JsonArray required)
        {
            schema["required"] = required = [];
        }

        required.Add((JsonNode)name);
    }

    private string NameOf(string type)
    {
        var (package, name) = Cut(type, '.');
        return package switch
        {
            "meta" => SchemaNames.Meta + name,
            "core" => SchemaNames.Core + name,
            "io" => type,
            _ => _package + type,
        };
    }
}
