using System.Text.Json;

namespace Slipway.Server.OpenApi;

/// <summary>Writes paths as Swagger 2.0 has them.</summary>
internal sealed class V2PathWriter : PathWriter
{
    private static readonly string[] AnyType = ["*/*"];

    /// <inheritdoc/>
    protected override void WriteInput(Utf8JsonWriter writer, ApiOperation operation)
    {
        WriteTypes(writer, "consumes", operation.Consumes.Count > 0 ? operation.Consumes : AnyType);
        WriteTypes(writer, "produces", ["application/json", "application/yaml"]);
        writer.WriteStartArray("parameters"u8);
        if (operation.Body is not null)
        {
            writer.WriteStartObject();
            writer.WriteString("name"u8, "body"u8);
            writer.WriteString("in"u8, "body"u8);
            writer.WriteBoolean("required"u8, operation.Method != "delete");
            WriteAnswer(writer, operation.Body);
            writer.WriteEndObject();
        }

        WriteParameters(writer, operation.Parameters);
        writer.WriteEndArray();
    }

    /// <inheritdoc/>
    protected override void WriteAnswer(Utf8JsonWriter writer, string schema)
    {
        writer.WriteStartObject("schema"u8);
        writer.WriteString("$ref"u8, V2Schema.ReferenceTo(schema));
        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    protected override void WriteType(Utf8JsonWriter writer, QueryParameter parameter) => writer.WriteString("type"u8, parameter.Type);

    private static void WriteTypes(Utf8JsonWriter writer, string name, IReadOnlyList<string> types)
    {
        writer.WriteStartArray(name);
        foreach (var type in types)
        {
            writer.WriteStringValue(type);
        }

        writer.WriteEndArray();
    }
}
