using System.Text.Json.Nodes;

namespace Slipway.Unit.Api.Crds;

/// <summary>A CustomResourceDefinition as a flat list of facts, one for each keyword at each path, without texts.</summary>
internal static class CrdFacts
{
    private static readonly HashSet<string> Texts = ["description", "title", "example", "externalDocs"];

    public static SortedDictionary<string, string> Of(JsonNode crd)
    {
        var facts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var spec = crd["spec"]!;
        facts["group"] = spec["group"]!.ToString();
        facts["scope"] = spec["scope"]!.ToString();
        foreach (var (name, value) in spec["names"]!.AsObject())
        {
            facts["names " + name] = Sorted(value!);
        }

        foreach (var version in spec["versions"]!.AsArray())
        {
            var path = version!["name"]!.ToString();
            facts[path + " served"] = version["served"]?.ToString() ?? "false";
            facts[path + " storage"] = version["storage"]?.ToString() ?? "false";
            facts[path + " deprecated"] = version["deprecated"]?.ToString() ?? "false";
            facts[path + " subresources"] = Ordered(version["subresources"] ?? new JsonObject());
            foreach (var column in version["additionalPrinterColumns"]?.AsArray() ?? [])
            {
                facts[$"{path} column {column!["name"]}"] = $"{column["jsonPath"]} {column["type"]} {column["priority"] ?? 0} {column["format"]}";
            }

            Schema(facts, path + ":", version["schema"]!["openAPIV3Schema"]!.AsObject());
        }

        return facts;
    }

    private static void Schema(SortedDictionary<string, string> facts, string path, JsonObject schema)
    {
        foreach (var (key, value) in schema)
        {
            if (Texts.Contains(key))
            {
                continue;
            }

            switch (key, value)
            {
                case ("properties", JsonObject properties):
                    foreach (var (name, child) in properties)
                    {
                        if (!path.EndsWith(':') || name is not ("apiVersion" or "kind" or "metadata"))
                        {
                            Schema(facts, $"{path}.{name}", child!.AsObject());
                        }
                    }

                    break;
                case ("items", JsonObject items):
                    Schema(facts, path + "[]", items);
                    break;
                case ("additionalProperties", JsonObject values):
                    Schema(facts, path + "{}", values);
                    break;
                case ("required" or "enum", _):
                    facts[$"{path} {key}"] = Sorted(value!);
                    break;
                case ("x-kubernetes-validations", JsonArray rules):
                    facts[$"{path} {key}"] = string.Join('\n', rules.Select(r => r!["rule"]!.ToString()).Order(StringComparer.Ordinal));
                    break;
                default:
                    facts[$"{path} {key}"] = Ordered(value!);
                    break;
            }
        }
    }

    private static string Sorted(JsonNode value) =>
        value is JsonArray list ? string.Join(',', list.Select(i => i!.ToString()).Order(StringComparer.Ordinal)) : value.ToString();

    private static string Ordered(JsonNode? value) => value switch
    {
        JsonObject o => "{" + string.Join(',', o.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}:{Ordered(p.Value)}")) + "}",
        JsonArray a => "[" + string.Join(',', a.Select(Ordered)) + "]",
        null => "null",
        _ => value.ToJsonString(),
    };
}
