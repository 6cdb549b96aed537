using System.Text.Json.Nodes;

namespace Slipway.Machinery.Patches;

/// <summary>Puts the items of a merged list in the order that a patch asks for.</summary>
internal static class StrategicOrder
{
    /// <summary>
    /// Items that the order names come in that order; the others keep their order among themselves, and stand before
    /// a named item where they stood before it in the original list.
    /// </summary>
    /// <param name="merged">The list after merging.</param>
    /// <param name="original">The list before.</param>
    /// <param name="order">The identities in the order wanted: scalars, or objects that hold only the key.</param>
    /// <param name="keyed">Whether the order holds objects.</param>
    public static JsonArray Arrange(JsonArray merged, JsonArray original, JsonArray order, bool keyed)
    {
        var ranks = new Dictionary<string, int>(StringComparer.Ordinal);
        string? key = null;
        for (var i = 0; i < order.Count; i++)
        {
            key ??= keyed && order[i] is JsonObject { Count: > 0 } first ? first.First().Key : null;
            ranks.TryAdd(Identity(order[i]), i);
        }

        string Identity(JsonNode? item) => (keyed ? (item as JsonObject)?[key ?? ""] : item)?.ToJsonString() ?? "null";

        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < original.Count; i++)
        {
            places.TryAdd(Identity(original[i]), i);
        }

        var named = new Queue<JsonNode?>(merged.Where(i => ranks.ContainsKey(Identity(i))).OrderBy(i => ranks[Identity(i)]));
        var others = new Queue<JsonNode?>(merged.Where(i => !ranks.ContainsKey(Identity(i))));
        var arranged = new List<JsonNode?>(merged.Count);
        while (named.Count > 0 && others.Count > 0)
        {
            var otherFirst = places.TryGetValue(Identity(others.Peek()), out var other)
                && places.TryGetValue(Identity(named.Peek()), out var place) && other < place;
            arranged.Add(otherFirst ? others.Dequeue() : named.Dequeue());
        }

        arranged.AddRange(named);
        arranged.AddRange(others);
        return [.. arranged.Select(i => i?.DeepClone())];
    }
}
