using System.Text;
using System.Text.Json.Nodes;
using Slipway.Machinery.Json;
using YamlDotNet.Core;

namespace Slipway.Machinery.Yaml;

/// <summary>Reads YAML streams as JSON, the way kubectl does, with the place of every fault.</summary>
public static class YamlDocuments
{
    /// <summary>Reads all documents of a stream; empty ones are left out. JSON is read too.</summary>
    /// <param name="text">The stream.</param>
    /// <param name="fileName">Where it came from, for messages.</param>
    /// <exception cref="YamlFormatException">The text is not YAML, has a key twice, an unknown tag, or grows too large through aliases.</exception>
    public static IReadOnlyList<YamlDocument> Read(string text, string fileName)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(fileName);
        var content = text.AsSpan().TrimStart();
        if (content.Length > 0 && content[0] == '{' && Json(text) is { } json)
        {
            return [new YamlDocument(json, text.AsSpan(0, text.Length - content.Length).Count('\n') + 1, fileName)];
        }

        var parser = new Parser(new StringReader(text));
        try
        {
            return new YamlReader(parser, fileName).Documents();
        }
        catch (YamlException e)
        {
            throw new YamlFormatException(fileName, e.Start.Line, e.Start.Column, e.Message);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            // The parser's own refusals: of a tag or anchor that it cannot hold, of a plain text that ends before it begins.
            // The last event is the nearest place known.
            var place = parser.Current?.End ?? Mark.Empty;
            throw new YamlFormatException(fileName, place.Line, place.Column, e is ArgumentException ? e.Message : "what follows here is not YAML");
        }
    }

    // A text that begins like JSON may still be YAML in flow style: then YAML's reader says what it is.
    private static JsonNode? Json(string text)
    {
        try
        {
            var document = StrictJson.Parse(Encoding.UTF8.GetBytes(text), new StrictJsonLimits { Bytes = int.MaxValue });
            return document.Duplicates.Count == 0 ? document.Root : null;
        }
        catch (StrictJsonException)
        {
            return null;
        }
    }
}
