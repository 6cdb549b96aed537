using System.Text.Json.Nodes;
using Slipway.Machinery.Json;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Slipway.Machinery.Yaml;

/// <summary>Turns the events of YAML's parser into JSON nodes.</summary>
/// <param name="parser">The parser, before its first event.</param>
/// <param name="fileName">Where the text came from.</param>
internal sealed class YamlReader(Parser parser, string fileName)
{
    private const int MaximumDepth = 500;
    private const int MaximumAliasedNodes = 100_000;
    private readonly Dictionary<string, JsonNode?> _anchors = [];
    private int _aliased;
    private int _depth;

    /// <summary>All documents that are not empty.</summary>
    public List<YamlDocument> Documents()
    {
        var documents = new List<YamlDocument>();
        while (parser.MoveNext())
        {
            if (parser.Current is not DocumentStart)
            {
                continue;
            }

            _anchors.Clear();
            parser.MoveNext();
            var line = parser.Current!.Start.Line;
            if (Node() is { } root)
            {
                documents.Add(new YamlDocument(root, line, fileName));
            }
        }

        return documents;
    }

    private JsonNode? Node()
    {
        switch (parser.Current)
        {
            case Scalar scalar:
                return Anchored(scalar, ScalarNode(scalar));
            case SequenceStart start:
                return Anchored(start, Sequence(start));
            case MappingStart start:
                return Anchored(start, Mapping(start));
            case AnchorAlias alias:
                if (!_anchors.TryGetValue(alias.Value.Value, out var target))
                {
                    throw Fault(alias, $"the alias *{alias.Value.Value} has no anchor before it");
                }

                _aliased += SizeOf(target);
                return _aliased <= MaximumAliasedNodes
                    ? target?.DeepClone()
                    : throw Fault(alias, $"aliases repeat more than {MaximumAliasedNodes} values");
            default:
                throw Fault(parser.Current!, "a value was expected");
        }
    }

    private JsonArray Sequence(SequenceStart start)
    {
        CheckTag(start, start.Tag, "tag:yaml.org,2002:seq");
        Descend(start);
        var list = new JsonArray();
        while (parser.MoveNext() && parser.Current is not SequenceEnd)
        {
            list.Add(Node());
        }

        _depth--;
        return list;
    }

    private JsonObject Mapping(MappingStart start)
    {
        CheckTag(start, start.Tag, "tag:yaml.org,2002:map");
        Descend(start);
        var map = new JsonObject();
        var merged = new List<JsonObject>();
        while (parser.MoveNext() && parser.Current is not MappingEnd)
        {
            var at = parser.Current!;
            var key = Key(at);
            parser.MoveNext();
            if (key is null)
            {
                Merge(merged, at);
            }
            else if (!map.TryAdd(key, Node()))
            {
                throw Fault(at, $"the key {GoText.Quote(key)} is already set in this map");
            }
        }

        foreach (var source in merged)
        {
            foreach (var (name, value) in source)
            {
                map.TryAdd(name, value?.DeepClone());
            }
        }

        _depth--;
        return map;
    }

    /// <summary>The key as JSON's member name; null for the merge key.</summary>
    private string? Key(ParsingEvent at)
    {
        if (at is Scalar { Style: ScalarStyle.Plain, Value: "<<", Tag.IsEmpty: true })
        {
            return null;
        }

        var node = at is Scalar or AnchorAlias ? Node() : throw Fault(at, "a key must be a scalar");
        return node switch
        {
            JsonValue value when value.TryGetValue(out string? text) => text,
            JsonValue value => value.ToJsonString(),
            _ => throw Fault(at, "a key must be a string, a number or a boolean"),
        };
    }

    private void Merge(List<JsonObject> merged, ParsingEvent at)
    {
        switch (Node())
        {
            case JsonObject map:
                merged.Add(map);
                break;
            case JsonArray list when list.All(i => i is JsonObject):
                merged.AddRange(list.Select(i => (JsonObject)i!));
                break;
            default:
                throw Fault(at, "the merge key << takes a map or a list of maps");
        }
    }

    private JsonNode? ScalarNode(Scalar scalar)
    {
        var tag = scalar.Tag.IsEmpty ? "" : scalar.Tag.Value;
        if (tag is "!" or "tag:yaml.org,2002:str" || (tag.Length == 0 && scalar.Style != ScalarStyle.Plain))
        {
            return JsonValue.Create(scalar.Value);
        }

        if (!YamlScalars.TryResolve(scalar.Value, out var value))
        {
            throw Fault(scalar, $"{scalar.Value} cannot be said in JSON");
        }

        var kind = value?.GetValueKind() ?? System.Text.Json.JsonValueKind.Null;
        var fits = tag switch
        {
            "" => true,
            "tag:yaml.org,2002:null" => kind == System.Text.Json.JsonValueKind.Null,
            "tag:yaml.org,2002:bool" => kind is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False,
            "tag:yaml.org,2002:int" => value is JsonValue number && kind == System.Text.Json.JsonValueKind.Number && number.TryGetValue(out long _),
            "tag:yaml.org,2002:float" => kind == System.Text.Json.JsonValueKind.Number,
            _ => throw Fault(scalar, $"the tag {tag} is not supported"),
        };
        return fits ? value : throw Fault(scalar, $"{GoText.Quote(scalar.Value)} is not what its tag {tag} says");
    }

    private JsonNode? Anchored(NodeEvent at, JsonNode? node)
    {
        if (!at.Anchor.IsEmpty)
        {
            _anchors[at.Anchor.Value] = node;
        }

        return node;
    }

    private void CheckTag(NodeEvent at, TagName tag, string allowed)
    {
        if (!tag.IsEmpty && tag.Value != allowed && tag.Value != "!")
        {
            throw Fault(at, $"the tag {tag.Value} is not supported here");
        }
    }

    private void Descend(ParsingEvent at)
    {
        if (++_depth > MaximumDepth)
        {
            throw Fault(at, $"more than {MaximumDepth} levels");
        }
    }

    private static int SizeOf(JsonNode? node) => node switch
    {
        JsonObject map => 1 + map.Sum(p => SizeOf(p.Value)),
        JsonArray list => 1 + list.Sum(SizeOf),
        _ => 1,
    };

    private YamlFormatException Fault(ParsingEvent at, string fault) => new(fileName, at.Start.Line, at.Start.Column, fault);
}
