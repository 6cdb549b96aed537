using System.Text.Json.Nodes;

namespace Slipway.Server.Resources;

/// <summary>A version's schema, in the two forms that the server needs.</summary>
/// <param name="Json">The OpenAPI v3 schema as written, for OpenAPI documents; read-only.</param>
internal sealed record ResourceSchema(JsonObject Json);
