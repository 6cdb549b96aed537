using System.Text.Json.Nodes;

namespace Slipway.Api.Conversion;

/// <summary>
/// Brings together what an old client wrote and what only the new version can say. All three are in the new version: what
/// the old client saw, what it wrote, and what was really there.
/// </summary>
internal static class ThreeWay
{
    private static readonly string[][] Keys = [["name"], ["conditionType"], ["key", "effect"], ["path"], ["type", "status"], ["type"], ["device"]];

    /// <summary>What was really there, with the old client's changes.</summary>
    /// <param name="seen">What the old client saw.</param>
    /// <param name="written">What it wrote.</param>
    /// <param name="real">What was there.</param>
    /// <returns>A tree of its own.</returns>
    public static JsonNode? Merge(JsonNode? seen, JsonNode? written, JsonNode? real)
    {
        if (JsonNode.DeepEquals(seen, written))
        {
            return real?.DeepClone();
        }

        if (JsonNode.DeepEquals(seen, real))
        {
            return written?.DeepClone();
        }

        return (seen, written, real) switch
        {
            (JsonObject s, JsonObject w, JsonObject r) => Objects(s, w, r),
            (JsonArray s, JsonArray w, JsonArray r) => Lists(s, w, r),
            _ => written?.DeepClone(),
        };
    }

    private static JsonObject Objects(JsonObject seen, JsonObject written, JsonObject real)
    {
        var result = new JsonObject();
        foreach (var name in real.Select(p => p.Key).Union(written.Select(p => p.Key)))
        {
            if (Merge(seen[name], written[name], real[name]) is { } value)
            {
                result[name] = value;
            }
        }

        return result;
    }

    private static JsonArray Lists(JsonArray seen, JsonArray written, JsonArray real)
    {
        var result = new JsonArray();
        if (Array.Find(Keys, keys => Identifies(seen, keys) && Identifies(written, keys) && Identifies(real, keys)) is { } key)
        {
            foreach (var item in written)
            {
                var id = Id(item, key);
                result.Add(Merge(seen.FirstOrDefault(i => Id(i, key) == id), item, real.FirstOrDefault(i => Id(i, key) == id)));
            }
        }
        else
        {
            var aligned = seen.Count == written.Count && seen.Count == real.Count;
            for (var at = 0; at < written.Count; at++)
            {
                result.Add(aligned ? Merge(seen[at], written[at], real[at]) : written[at]?.DeepClone());
            }
        }

        return result;
    }

    private static bool Identifies(JsonArray list, string[] key)
    {
        var ids = list.Select(item => Id(item, key)).ToList();
        return ids.TrueForAll(id => id is not null) && ids.Distinct().Count() == ids.Count;
    }

    private static string? Id(JsonNode? item, string[] key)
    {
        if (item is not JsonObject value || !Array.TrueForAll(key, k => value[k] is JsonValue))
        {
            return null;
        }

        return string.Join('\n', key.Select(k => value[k]!.ToJsonString()));
    }
}
