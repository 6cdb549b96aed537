using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Slipway.Machinery.Yaml;

/// <summary>Writes JSON as readable block YAML that reads back as the same JSON.</summary>
public static class YamlWriter
{
    /// <summary>Writes one document, without a separator, ending with a new line. Members keep their order.</summary>
    /// <param name="node">The document; null for JSON's null.</param>
    public static string Write(JsonNode? node)
    {
        var output = new StringBuilder();
        Document(output, node);
        return output.ToString();
    }

    /// <summary>Writes several documents with <c>---</c> between them.</summary>
    /// <param name="nodes">The documents.</param>
    public static string WriteAll(IEnumerable<JsonNode?> nodes)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        var output = new StringBuilder();
        foreach (var node in nodes)
        {
            output.Append(output.Length > 0 ? "---\n" : "");
            Document(output, node);
        }

        return output.ToString();
    }

    private static void Document(StringBuilder output, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject { Count: > 0 } map:
                Map(output, map, 0, skipFirstIndent: false);
                break;
            case JsonArray { Count: > 0 } list:
                List(output, list, 0);
                break;
            default:
                Scalar(output, node, 0);
                break;
        }
    }

    private static void Map(StringBuilder output, JsonObject map, int indent, bool skipFirstIndent)
    {
        foreach (var (name, value) in map)
        {
            output.Append(' ', skipFirstIndent ? 0 : indent);
            skipFirstIndent = false;
            output.Append(YamlText.IsPlain(name) ? name : YamlText.Quote(name)).Append(':');
            switch (value)
            {
                case JsonObject { Count: > 0 } inner:
                    output.Append('\n');
                    Map(output, inner, indent + 2, skipFirstIndent: false);
                    break;
                case JsonArray { Count: > 0 } list:
                    output.Append('\n');
                    List(output, list, indent);
                    break;
                default:
                    output.Append(' ');
                    Scalar(output, value, indent);
                    break;
            }
        }
    }

    private static void List(StringBuilder output, JsonArray list, int indent)
    {
        foreach (var item in list)
        {
            output.Append(' ', indent).Append('-');
            switch (item)
            {
                case JsonObject { Count: > 0 } map:
                    output.Append(' ');
                    Map(output, map, indent + 2, skipFirstIndent: true);
                    break;
                case JsonArray { Count: > 0 } inner:
                    output.Append('\n');
                    List(output, inner, indent + 2);
                    break;
                default:
                    output.Append(' ');
                    Scalar(output, item, indent);
                    break;
            }
        }
    }

    private static void Scalar(StringBuilder output, JsonNode? node, int indent)
    {
        switch (node)
        {
            case JsonValue value when value.TryGetValue(out string? text):
                if (YamlText.IsBlock(text))
                {
                    Block(output, text, indent + 2);
                    return;
                }

                output.Append(YamlText.IsPlain(text) ? text : YamlText.Quote(text));
                break;
            case null:
                output.Append("null");
                break;
            case JsonObject:
                output.Append("{}");
                break;
            case JsonArray:
                output.Append("[]");
                break;
            default:
                output.Append(node.ToJsonString());
                break;
        }

        output.Append('\n');
    }

    private static void Block(StringBuilder output, string text, int indent)
    {
        var body = text.TrimEnd('\n');
        var ends = text.Length - body.Length;
        output.Append(CultureInfo.InvariantCulture, $"|{(ends == 0 ? "-" : ends == 1 ? "" : "+")}\n");
        foreach (var line in body.Split('\n'))
        {
            if (line.Length > 0)
            {
                output.Append(' ', indent).Append(line);
            }

            output.Append('\n');
        }

        output.Append('\n', Math.Max(0, ends - 1));
    }
}
