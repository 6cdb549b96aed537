using System.Text.Json;
using System.Text.Json.Nodes;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;

namespace Slipway.Machinery.Schemas;

/// <summary>Holds objects against their schemas. A valid object costs no more than the walk.</summary>
public static class Validator
{
    /// <summary>
    /// Checks an object against its schema, then (where that found nothing) against the schema's CEL rules. Faults in
    /// values that the object had before are forgiven, so that tightening a schema does not lock objects.
    /// </summary>
    /// <param name="value">The object, pruned and defaulted.</param>
    /// <param name="schema">Its schema.</param>
    /// <param name="old">The object before; null for a new one.</param>
    /// <returns>What is wrong; empty where nothing is.</returns>
    public static IReadOnlyList<FieldError> Validate(JsonObject value, Schema schema, JsonObject? old = null)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(schema);
        var run = new ValidationRun();
        Check(value, schema, run, old);
        if (schema.MayHaveRules)
        {
            RuleRunner.Check(value, schema, run, old);
        }

        return run.Errors;
    }

    /// <summary>Checks one value and all below it.</summary>
    internal static void Check(JsonNode? value, Schema schema, ValidationRun run, JsonNode? old)
    {
        var rules = schema.Rules;
        var before = run.Faults;
        if (HasType(value, rules, run))
        {
            switch (value)
            {
                case JsonObject map:
                    Map(map, rules, run, old as JsonObject);
                    break;
                case JsonArray list:
                    List(list, rules, run, old as JsonArray);
                    break;
                case JsonValue scalar:
                    ScalarRules.Check(scalar, rules, run);
                    break;
            }

            if (rules.Enum is not null && value is not null)
            {
                Enumerated(value, rules.Enum, run);
            }

            if (rules.HasCombinations)
            {
                Combinations.Check(value, rules, run);
            }
        }

        if (run.Faults > before && old is not null && JsonEquality.AreEqual(value, old))
        {
            run.Forget(before);
        }
    }

    private static bool HasType(JsonNode? value, SchemaRules rules, ValidationRun run)
    {
        if (value is null && rules.Nullable)
        {
            return true;
        }

        var fits = rules.Type switch
        {
            SchemaType.Object => value is JsonObject,
            SchemaType.Array => value is JsonArray,
            SchemaType.String => value is JsonValue text && text.GetValueKind() == JsonValueKind.String,
            SchemaType.Boolean => value is JsonValue flag && flag.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
            SchemaType.Integer => value is JsonValue number && number.GetValueKind() == JsonValueKind.Number && JsonNumber.Of(number).IsWhole,
            SchemaType.Number => value is JsonValue number && number.GetValueKind() == JsonValueKind.Number,
            _ => true,
        };
        if (!fits)
        {
            run.WrongType(rules.TypeName, value);
            return false;
        }

        if (rules.IntOrString && !(value is JsonValue either
            && (either.GetValueKind() == JsonValueKind.String || (either.GetValueKind() == JsonValueKind.Number && JsonNumber.Of(either).IsWhole))))
        {
            run.WrongType("integer,string", value);
            return false;
        }

        return true;
    }

    private static void Enumerated(JsonNode value, JsonNode?[] allowed, ValidationRun run)
    {
        foreach (var candidate in allowed)
        {
            if (JsonEquality.AreEqual(value, candidate))
            {
                return;
            }
        }

        run.Unsupported(value, allowed);
    }

    private static void Map(JsonObject map, SchemaRules rules, ValidationRun run, JsonObject? old)
    {
        if (rules.MinProperties is { } least && map.Count < least)
        {
            run.WrongCount(map.Count, $"should have at least {least} properties");
        }

        if (rules.MaxProperties is { } most && map.Count > most)
        {
            run.TooMany(map.Count, most);
        }

        foreach (var name in rules.Required)
        {
            if (!map.ContainsKey(name))
            {
                run.Missing(name);
            }
        }

        if (rules.EmbeddedResource)
        {
            Embedded(map, run);
        }

        if (rules.Properties is null && rules.Additional is null)
        {
            return;
        }

        for (var i = 0; i < map.Count; i++)
        {
            var (name, value) = map.GetAt(i);
            var property = rules.Properties is { } properties && properties.TryGetValue(name, out var known) ? known : rules.Additional;
            if (property is not null)
            {
                run.Path.Enter(name);
                Check(value, property, run, old?[name]);
                run.Path.Leave();
            }
        }
    }

    private static void Embedded(JsonObject map, ValidationRun run)
    {
        foreach (var name in (ReadOnlySpan<string>)["apiVersion", "kind"])
        {
            if (map[name] is not JsonValue value || !value.TryGetValue(out string? text) || text.Length == 0)
            {
                run.Missing(name, "must not be empty");
            }
        }

        if (map.TryGetPropertyValue("metadata", out var metadata) && metadata is not JsonObject)
        {
            run.Path.Enter("metadata");
            run.WrongType("object", metadata);
            run.Path.Leave();
        }
    }

    private static void List(JsonArray list, SchemaRules rules, ValidationRun run, JsonArray? old)
    {
        if (rules.MinItems is { } least && list.Count < least)
        {
            run.WrongCount(list.Count, $"should have at least {least} items");
        }

        if (rules.MaxItems is { } most && list.Count > most)
        {
            run.TooMany(list.Count, most);
        }

        if (rules.Items is { } items)
        {
            for (var i = 0; i < list.Count; i++)
            {
                run.Path.Enter(i);
                Check(list[i], items, run, old is null ? null : ListItems.Counterpart(list[i], old, rules));
                run.Path.Leave();
            }
        }

        if (list.Count > 1)
        {
            if (rules.UniqueItems && ListItems.HasEqual(list))
            {
                run.Wrong(null, "shouldn't contain duplicates");
            }

            if (rules.ListType is ListType.Set or ListType.Map)
            {
                ListItems.CheckUnique(list, rules, run);
            }
        }
    }
}
