using System.Text.Json;

namespace Slipway.Server.OpenApi;

/// <summary>Writes paths as OpenAPI 3.0 has them.</summary>
internal sealed class V3PathWriter : PathWriter
{
    private static readonly string[] AnyType = ["*/*"];

    /// <inheritdoc/>
    protected override void WriteInput(Utf8JsonWriter writer, ApiOperation operation)
    {
        if (operation.Parameters.Count > 0)
        {
            writer.WriteStartArray("parameters"u8);
            WriteParameters(writer, operation.Parameters);
            writer.WriteEndArray();
        }

        if (operation.Body is not null)
        {
            writer.WriteStartObject("requestBody"u8);
            WriteContent(writer, operation.Consumes.Count > 0 ? operation.Consumes : AnyType, operation.Body);
            writer.WriteEndObject();
        }
    }

    /// <inheritdoc/>
    protected override void WriteAnswer(Utf8JsonWriter writer, string schema) => WriteContent(writer, ["application/json"], schema);

    /// <inheritdoc/>
    protected override void WriteType(Utf8JsonWriter writer, QueryParameter parameter)
    {
        writer.WriteStartObject("schema"u8);
        writer.WriteString("type"u8, parameter.Type);
        writer.WriteEndObject();
    }

    private static void WriteContent(Utf8JsonWriter writer, IReadOnlyList<string> types, string schema)
    {
        writer.WriteStartObject("content"u8);
        foreach (var type in types)
        {
            writer.WriteStartObject(type);
            writer.WriteStartObject("schema"u8);
            writer.WriteString("$ref"u8, SchemaNames.ReferenceTo(schema));
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}
