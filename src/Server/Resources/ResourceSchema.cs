using System.Text.Json.Nodes;
using Slipway.Machinery.Schemas;

namespace Slipway.Server.Resources;

/// <summary>A version's schema in the two forms that the server needs, each made when it is first asked for. Safe for concurrent use.</summary>
internal sealed class ResourceSchema
{
    private readonly ReadOnlyMemory<byte> _utf8;
    private readonly Lazy<JsonObject> _json;

    /// <summary>Takes a schema.</summary>
    /// <param name="utf8">The OpenAPI v3 schema as UTF-8 JSON; kept, must not change.</param>
    public ResourceSchema(ReadOnlyMemory<byte> utf8)
    {
        _utf8 = utf8;
        _json = new Lazy<JsonObject>(() => JsonNode.Parse(_utf8.Span)!.AsObject());
        Compiled = Schema.Parse(utf8);
    }

    /// <summary>Takes a schema.</summary>
    /// <param name="json">The OpenAPI v3 schema.</param>
    public ResourceSchema(JsonObject json)
        : this(System.Text.Encoding.UTF8.GetBytes(json.ToJsonString()))
    {
    }

    /// <summary>The OpenAPI v3 schema as written, for OpenAPI documents; read-only.</summary>
    public JsonObject Json => _json.Value;

    /// <summary>The schema ready for pruning, defaulting and validation.</summary>
    public Schema Compiled { get; }
}
