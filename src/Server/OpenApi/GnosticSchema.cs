using System.Text.Json;

namespace Slipway.Server.OpenApi;

/// <summary>Writes a schema as the message <c>openapi.v2.Schema</c> of gnostic.</summary>
internal static class GnosticSchema
{
    /// <summary>Writes a schema's fields.</summary>
    /// <param name="writer">Takes them.</param>
    /// <param name="schema">The schema.</param>
    public static void Write(ProtoWriter writer, JsonElement schema)
    {
        foreach (var field in schema.EnumerateObject())
        {
            if (field.Name.StartsWith("x-", StringComparison.Ordinal))
            {
                writer.Message(31, field, Extension);
            }
            else if (!WriteScalar(writer, field))
            {
                WriteStructure(writer, field);
            }
        }
    }

    /// <summary>Writes a map of schemas: <c>Definitions</c> and <c>Properties</c> alike.</summary>
    /// <param name="writer">Takes them.</param>
    /// <param name="schemas">The schemas by name.</param>
    public static void WriteNamed(ProtoWriter writer, JsonElement schemas)
    {
        foreach (var schema in schemas.EnumerateObject())
        {
            writer.Message(1, schema, static (named, schema) =>
            {
                named.Text(1, schema.Name);
                named.Message(2, schema.Value, Write);
            });
        }
    }

    /// <summary>Writes an extension: its name, and its value as YAML, of which JSON is a part.</summary>
    /// <param name="writer">Takes it.</param>
    /// <param name="field">The extension.</param>
    public static void Extension(ProtoWriter writer, JsonProperty field)
    {
        writer.Text(1, field.Name);
        writer.Message(2, field.Value, Any);
    }

    /// <summary>Writes the strings of a list.</summary>
    /// <param name="writer">Takes them.</param>
    /// <param name="field">The field's number.</param>
    /// <param name="list">The list.</param>
    public static void Items(ProtoWriter writer, int field, JsonElement list)
    {
        foreach (var item in list.EnumerateArray())
        {
            writer.Item(field, item.GetString() ?? "");
        }
    }

    /// <summary>The string of a member, or null.</summary>
    /// <param name="json">An object.</param>
    /// <param name="name">The member.</param>
    public static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>The boolean of a member; false where there is none.</summary>
    /// <param name="json">An object.</param>
    /// <param name="name">The member.</param>
    public static bool Flag(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private static void Any(ProtoWriter writer, JsonElement value) => writer.Text(2, value.GetRawText());

    private static bool WriteScalar(ProtoWriter writer, JsonProperty field)
    {
        var number = field.Name switch
        {
            "$ref" => 1,
            "format" => 2,
            "title" => 3,
            "description" => 4,
            "multipleOf" => 6,
            "maximum" => 7,
            "exclusiveMaximum" => 8,
            "minimum" => 9,
            "exclusiveMinimum" => 10,
            "maxLength" => 11,
            "minLength" => 12,
            "pattern" => 13,
            "maxItems" => 14,
            "minItems" => 15,
            "uniqueItems" => 16,
            "maxProperties" => 17,
            "minProperties" => 18,
            _ => 0,
        };
        if (number == 0)
        {
            return false;
        }

        switch (field.Value.ValueKind)
        {
            case JsonValueKind.String:
                writer.Text(number, field.Value.GetString());
                break;
            case JsonValueKind.True:
                writer.Flag(number, value: true);
                break;
            case JsonValueKind.Number when number is 6 or 7 or 9:
                writer.Real(number, field.Value.GetDouble());
                break;
            case JsonValueKind.Number:
                writer.Whole(number, field.Value.GetInt64());
                break;
        }

        return true;
    }

    private static void WriteStructure(ProtoWriter writer, JsonProperty field)
    {
        switch (field.Name)
        {
            case "default":
                writer.Message(5, field.Value, Any);
                break;
            case "required":
                Items(writer, 19, field.Value);
                break;
            case "enum":
                foreach (var value in field.Value.EnumerateArray())
                {
                    writer.Message(20, value, Any);
                }

                break;
            case "additionalProperties":
                writer.Message(21, field.Value, AdditionalProperties);
                break;
            case "type":
                writer.Message(22, field.Value, static (item, type) => item.Text(1, type.GetString()));
                break;
            case "items":
                writer.Message(23, field.Value, static (item, schema) => item.Message(1, schema, Write));
                break;
            case "properties":
                writer.Message(25, field.Value, WriteNamed);
                break;
        }
    }

    private static void AdditionalProperties(ProtoWriter writer, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            writer.Message(1, value, Write);
        }
        else
        {
            writer.Choice(2, value.ValueKind == JsonValueKind.True);
        }
    }
}
