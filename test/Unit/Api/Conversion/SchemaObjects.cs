using System.Text.Json.Nodes;
using CsCheck;
using Slipway.Api.Crds;

namespace Slipway.Unit.Api.Conversion;

/// <summary>Random objects that a kind's schema accepts in shape: fields, types, list keys, least counts, but no patterns beyond names.</summary>
internal static class SchemaObjects
{
    private static readonly string[] DurationWords = ["Timeout", "Period", "ttl", "Duration", "Jitter", "timeout"];

    /// <summary>The OpenAPI schema of a kind's version.</summary>
    public static JsonObject Schema(string crd, string version) =>
        JsonNode.Parse(CrdCatalog.All.Single(c => c.Name == crd).Utf8)!["spec"]!["versions"]!.AsArray()
            .Single(v => v!["name"]!.ToString() == version)!["schema"]!["openAPIV3Schema"]!.AsObject();

    /// <summary>Random objects of a kind in one version.</summary>
    public static Gen<JsonObject> Of(string crd, string version)
    {
        var spec = JsonNode.Parse(CrdCatalog.All.Single(c => c.Name == crd).Utf8)!["spec"]!;
        var schema = Schema(crd, version);
        return Gen.ULong.Select(seed =>
        {
            var value = new Maker(seed).Object(schema, "");
            value["apiVersion"] = $"{spec["group"]}/{version}";
            value["kind"] = spec["names"]!["kind"]!.ToString();
            value["metadata"] = new JsonObject { ["name"] = "a", ["namespace"] = "ns", ["labels"] = new JsonObject { ["l"] = "" } };
            return value;
        });
    }

    private sealed class Maker(ulong seed)
    {
        private readonly Random _random = new((int)seed);
        private int _counter;

        public JsonObject Object(JsonObject schema, string path)
        {
            var required = (schema["required"] as JsonArray)?.Select(r => r!.ToString()).ToHashSet() ?? [];
            var value = new JsonObject();
            foreach (var (name, child) in schema["properties"]?.AsObject() ?? [])
            {
                if (path.Length == 0 && name is "apiVersion" or "kind" && path.Length == 0)
                {
                    continue;
                }

                if (!(path.Length == 0 && name == "metadata") && (required.Contains(name) || _random.Next(3) > 0))
                {
                    value[name] = Value(child!.AsObject(), path, name);
                }
            }

            if (value.Count == 0 && schema["minProperties"] is not null)
            {
                var (name, child) = schema["properties"]!.AsObject().First();
                value[name] = Value(child!.AsObject(), path, name);
            }

            return value;
        }

        private JsonNode Value(JsonObject schema, string path, string name)
        {
            if (schema["x-kubernetes-int-or-string"] is not null)
            {
                return _random.Next(2) == 0 ? _random.Next(1, 9) : $"{_random.Next(1, 99)}%";
            }

            return schema["type"]?.ToString() switch
            {
                null => new JsonObject { ["free"] = new JsonArray(1, "x", null) },
                "object" when schema["additionalProperties"] is JsonObject values => Map(values, $"{path}.{name}"),
                "object" => Object(schema, $"{path}.{name}"),
                "array" => List(schema, $"{path}.{name}", name),
                "integer" => _random.Next((int)Math.Max(1, (long?)schema["minimum"] ?? 1), 40),
                "boolean" => _random.Next(2) == 0,
                _ => Text(schema, path, name),
            };
        }

        private JsonObject Map(JsonObject values, string path)
        {
            var map = new JsonObject();
            for (var n = _random.Next(1, 3); n > 0; n--)
            {
                map["k" + ++_counter] = Value(values, path, "");
            }

            return map;
        }

        private JsonArray List(JsonObject schema, string path, string name)
        {
            var list = new JsonArray();
            for (var n = _random.Next(Math.Max(1, (int?)schema["minItems"] ?? 0), 3); n > 0; n--)
            {
                list.Add(Value(schema["items"]!.AsObject(), path, name + "[]"));
            }

            return list;
        }

        private JsonNode Text(JsonObject schema, string path, string name)
        {
            if (schema["enum"] is JsonArray choices)
            {
                return choices[_random.Next(choices.Count)]!.ToString();
            }

            if (schema["format"]?.ToString() == "date-time")
            {
                return $"2026-01-02T03:04:{_random.Next(10, 59)}Z";
            }

            if (name == "apiVersion")
            {
                return path.EndsWith("Ref", StringComparison.Ordinal) || path.EndsWith("emplate", StringComparison.Ordinal) ? "g.example/v1beta2" : "v1";
            }

            return DurationWords.Any(w => name.Contains(w, StringComparison.Ordinal)) && !name.EndsWith("Seconds", StringComparison.Ordinal)
                ? $"{_random.Next(1, 59)}s"
                : "s" + ++_counter;
        }
    }
}
