using System.Text.Json.Nodes;
using Slipway.Machinery.Json;

namespace Slipway.Machinery.Schemas;

/// <summary>How the items of lists are told apart.</summary>
internal static class ListItems
{
    private const int FewItems = 16;

    /// <summary>The item of an older list that is the same one, as far as the list's type tells.</summary>
    public static JsonNode? Counterpart(JsonNode? item, JsonArray old, SchemaRules rules)
    {
        if (rules.ListType != ListType.Map || item is not JsonObject map)
        {
            return null;
        }

        foreach (var other in old)
        {
            if (other is JsonObject candidate && SameKeys(map, candidate, rules.ListMapKeys))
            {
                return candidate;
            }
        }

        return null;
    }

    /// <summary>Whether two items are equal.</summary>
    public static bool HasEqual(JsonArray list)
    {
        var seen = new HashSet<JsonNode?>(JsonEquality.Comparer);
        return !list.All(seen.Add);
    }

    /// <summary>Reports the items of a set or map that stand twice.</summary>
    public static void CheckUnique(JsonArray list, SchemaRules rules, ValidationRun run)
    {
        var isMap = rules.ListType == ListType.Map;
        if (list.Count <= FewItems)
        {
            for (var i = 1; i < list.Count; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    if (isMap ? list[i] is JsonObject a && list[j] is JsonObject b && SameKeys(a, b, rules.ListMapKeys) : JsonEquality.AreEqual(list[i], list[j]))
                    {
                        Report(list, i, rules, run);
                        break;
                    }
                }
            }

            return;
        }

        var seen = new HashSet<JsonNode?>(JsonEquality.Comparer);
        for (var i = 0; i < list.Count; i++)
        {
            if (!seen.Add(isMap ? KeysOf(list[i] as JsonObject, rules.ListMapKeys) : list[i]))
            {
                Report(list, i, rules, run);
            }
        }
    }

    private static bool SameKeys(JsonObject a, JsonObject b, string[] keys)
    {
        foreach (var key in keys)
        {
            if (!JsonEquality.AreEqual(a[key], b[key]))
            {
                return false;
            }
        }

        return true;
    }

    private static JsonObject KeysOf(JsonObject? item, string[] keys)
    {
        var identity = new JsonObject();
        foreach (var key in keys)
        {
            if (item is not null && item.TryGetPropertyValue(key, out var value))
            {
                identity[key] = value?.DeepClone();
            }
        }

        return identity;
    }

    private static void Report(JsonArray list, int index, SchemaRules rules, ValidationRun run)
    {
        run.Path.Enter(index);
        run.Duplicate(rules.ListType == ListType.Map ? KeysOf(list[index] as JsonObject, rules.ListMapKeys) : list[index]);
        run.Path.Leave();
    }
}
