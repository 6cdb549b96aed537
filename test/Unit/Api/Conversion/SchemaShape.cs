using System.Text.Json.Nodes;

namespace Slipway.Unit.Api.Conversion;

/// <summary>What is wrong with an object's shape: unknown fields, wrong types, missing or refused empty ones.</summary>
internal static class SchemaShape
{
    public static List<string> Faults(JsonObject value, JsonObject schema)
    {
        var faults = new List<string>();
        foreach (var part in new[] { "spec", "status" })
        {
            if (value[part] is { } node)
            {
                Check(node, schema["properties"]?[part] as JsonObject, part, faults);
            }
        }

        return faults;
    }

    private static void Check(JsonNode? value, JsonObject? schema, string path, List<string> faults)
    {
        if (schema is null)
        {
            faults.Add($"{path}: unknown field");
            return;
        }

        if (schema["x-kubernetes-preserve-unknown-fields"] is not null || schema["x-kubernetes-int-or-string"] is not null)
        {
            return;
        }

        switch (schema["type"]!.ToString(), value)
        {
            case ("object", JsonObject o):
                Object(o, schema, path, faults);
                break;
            case ("array", JsonArray a):
                if (a.Count < ((int?)schema["minItems"] ?? 0))
                {
                    faults.Add($"{path}: too few items");
                }

                for (var at = 0; at < a.Count; at++)
                {
                    Check(a[at], schema["items"]!.AsObject(), $"{path}[{at}]", faults);
                }

                break;
            case ("string", JsonValue s) when s.TryGetValue(out string? _):
            case ("integer", JsonValue i) when i.TryGetValue(out long _) || i.TryGetValue(out int _):
            case ("boolean", JsonValue b) when b.TryGetValue(out bool _):
                break;
            default:
                faults.Add($"{path}: wanted {schema["type"]}, found {value?.ToJsonString() ?? "null"}");
                break;
        }
    }

    private static void Object(JsonObject value, JsonObject schema, string path, List<string> faults)
    {
        var required = (schema["required"] as JsonArray ?? []).Select(r => r!.ToString()).ToHashSet();
        faults.AddRange(required.Where(r => value[r] is null).Select(name => $"{path}.{name}: missing"));
        foreach (var (name, child) in value)
        {
            if (child is JsonObject { Count: 0 } && schema["properties"]?[name]?["minProperties"] is not null)
            {
                faults.Add($"{path}.{name}: {(required.Contains(name) ? "missing" : "empty")}");
            }

            Check(child, schema["properties"]?[name] as JsonObject ?? schema["additionalProperties"] as JsonObject, $"{path}.{name}", faults);
        }
    }
}
