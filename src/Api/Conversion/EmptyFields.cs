using System.Text.Json.Nodes;

namespace Slipway.Api.Conversion;

/// <summary>
/// Leaves out what a schema refuses to see empty: v1beta1 clients write <c>{}</c>, <c>[]</c>, <c>""</c> and 0 where v1beta2
/// wants the field absent. Required fields stay, so that validation can name them.
/// </summary>
internal static class EmptyFields
{
    /// <summary>Leaves out, everywhere below.</summary>
    /// <param name="value">The object; changed in place.</param>
    /// <param name="schema">Its OpenAPI schema.</param>
    public static void Prune(JsonObject value, JsonObject schema)
    {
        var properties = schema["properties"] as JsonObject;
        var required = schema["required"] as JsonArray;
        List<string>? gone = null;
        foreach (var (name, child) in value)
        {
            var inner = properties?[name] as JsonObject ?? schema["additionalProperties"] as JsonObject;
            if (child is null)
            {
                (gone ??= []).Add(name);
            }
            else if (inner is not null)
            {
                Below(child, inner);
                if (IsRefusedEmpty(child, inner) && !(required?.Any(r => r?.GetValue<string>() == name) ?? false))
                {
                    (gone ??= []).Add(name);
                }
            }
        }

        foreach (var name in gone ?? [])
        {
            value.Remove(name);
        }
    }

    private static void Below(JsonNode value, JsonObject schema)
    {
        if (value is JsonObject inner)
        {
            if (schema.ContainsKey("properties") || schema.ContainsKey("additionalProperties"))
            {
                Prune(inner, schema);
            }
        }
        else if (value is JsonArray list && schema["items"] is JsonObject items)
        {
            foreach (var item in list)
            {
                if (item is not null)
                {
                    Below(item, items);
                }
            }
        }
    }

    private static bool IsRefusedEmpty(JsonNode value, JsonObject schema) => value switch
    {
        JsonObject { Count: 0 } => Least(schema, "minProperties") > 0,
        JsonArray { Count: 0 } => Least(schema, "minItems") > 0,
        JsonValue scalar when scalar.TryGetValue(out string? text) => text.Length == 0 && (Least(schema, "minLength") > 0 || schema.ContainsKey("enum")),
        JsonValue scalar when scalar.TryGetValue(out long number) => number == 0 && Least(schema, "minimum") > 0,
        _ => false,
    };

    private static long Least(JsonObject schema, string keyword) =>
        schema[keyword] is JsonValue value && value.TryGetValue(out long least) ? least : 0;
}
