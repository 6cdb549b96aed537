using System.Text.Json;
using System.Text.Json.Nodes;

namespace Slipway.Server.OpenApi;

/// <summary>
/// Writes schemas of version 3 as Swagger 2.0 has them. What that cannot say is left out so that older clients, which check
/// objects by these schemas themselves, refuse nothing that the server takes: alternatives, and all about values that may be
/// null, be of two types, or hold unknown fields.
/// </summary>
internal static class V2Schema
{
    /// <summary>A reference to a schema, as version 2 writes it.</summary>
    /// <param name="name">The schema.</param>
    public static string ReferenceTo(string name) => "#/definitions/" + name;

    /// <summary>Writes a schema.</summary>
    /// <param name="writer">Takes it.</param>
    /// <param name="schema">The schema in the form of version 3.</param>
    public static void Write(Utf8JsonWriter writer, JsonObject schema)
    {
        var loose = Flag(schema, "nullable") || Flag(schema, "x-kubernetes-int-or-string");
        var unknown = Flag(schema, "x-kubernetes-preserve-unknown-fields");
        writer.WriteStartObject();
        foreach (var (key, value) in schema)
        {
            switch (key)
            {
                case "$ref":
                    writer.WriteString("$ref"u8, ReferenceTo(SchemaNames.NameOf((string?)value ?? "")));
                    break;
                case "allOf" when OnlyReference(value) is { } reference:
                    writer.WriteString("$ref"u8, ReferenceTo(SchemaNames.NameOf(reference)));
                    break;
                case "allOf" or "anyOf" or "oneOf" or "not" or "nullable" or "x-kubernetes-validations":
                case "type" or "format" or "enum" or "pattern" when loose:
                case "items" or "properties" or "additionalProperties" or "required" when loose || unknown:
                    break;
                case "properties" when value is JsonObject properties:
                    WriteProperties(writer, properties);
                    break;
                case "items" or "additionalProperties" when value is JsonObject inner:
                    writer.WritePropertyName(key);
                    Write(writer, inner);
                    break;
                default:
                    writer.WritePropertyName(key);
                    WriteNode(writer, value);
                    break;
            }
        }

        writer.WriteEndObject();
    }

    private static void WriteProperties(Utf8JsonWriter writer, JsonObject properties)
    {
        writer.WriteStartObject("properties"u8);
        foreach (var (name, property) in properties)
        {
            if (property is JsonObject schema)
            {
                writer.WritePropertyName(name);
                Write(writer, schema);
            }
        }

        writer.WriteEndObject();
    }

    private static void WriteNode(Utf8JsonWriter writer, JsonNode? node)
    {
        if (node is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            node.WriteTo(writer);
        }
    }

    private static string? OnlyReference(JsonNode? list) =>
        list is JsonArray { Count: 1 } one && one[0] is JsonObject inner ? (string?)inner["$ref"] : null;

    private static bool Flag(JsonObject schema, string name) =>
        schema[name] is JsonValue value && value.TryGetValue(out bool flag) && flag;
}
