using System.Text;
using System.Text.Json.Nodes;
using Slipway.Machinery.Yaml;

namespace Slipway.Server.Http.Requests;

/// <summary>Objects as YAML.</summary>
internal static class YamlBody
{
    /// <summary>Reads a body.</summary>
    /// <param name="yaml">UTF-8 YAML, one document.</param>
    /// <returns>The same as UTF-8 JSON; empty where there is no document.</returns>
    /// <exception cref="Runtime.Clients.ApiException">400: not YAML, or more than one document.</exception>
    public static ReadOnlyMemory<byte> ToJson(ReadOnlyMemory<byte> yaml)
    {
        try
        {
            var documents = YamlDocuments.Read(Encoding.UTF8.GetString(yaml.Span), "body");
            return documents.Count switch
            {
                0 => default,
                1 => Encoding.UTF8.GetBytes(documents[0].Root.ToJsonString()),
                var count => throw Refusal.BadRequest($"the body must hold one YAML document, but holds {count}"),
            };
        }
        catch (YamlFormatException e)
        {
            throw Refusal.BadRequest("the body is not YAML: " + e.Message);
        }
    }

    /// <summary>Writes an object.</summary>
    /// <param name="json">UTF-8 JSON.</param>
    public static ReadOnlyMemory<byte> FromJson(ReadOnlyMemory<byte> json) =>
        Encoding.UTF8.GetBytes(YamlWriter.Write(JsonNode.Parse(json.Span)));
}
