using System.Text.Json.Nodes;
using Slipway.Machinery.Apply.Types;
using Slipway.Machinery.Schemas;

namespace Slipway.Machinery.Apply.Walks;

/// <summary>Merges what is applied into what is there.</summary>
public static class ObjectMerge
{
    /// <summary>Merges an applied object into a present one: what it says is taken over, what it does not mention stays.</summary>
    /// <param name="live">The present object; it is changed in place.</param>
    /// <param name="applied">The applied object, which <see cref="AppliedCheck"/> has nothing against; it is not changed.</param>
    /// <param name="type">The type of both.</param>
    public static void Merge(JsonObject live, JsonObject applied, IMergeType type)
    {
        ArgumentNullException.ThrowIfNull(live);
        ArgumentNullException.ThrowIfNull(applied);
        ArgumentNullException.ThrowIfNull(type);
        foreach (var (name, value) in applied)
        {
            var member = type.Member(name) ?? DeducedType.Instance;
            var present = live[name];
            switch (value)
            {
                case JsonObject map when present is JsonObject existing && !member.IsAtomicMap:
                    Merge(existing, map, member);
                    break;
                case JsonArray list when present is JsonArray { Count: > 0 } existing && member.ListType != ListType.Atomic:
                    live[name] = Lists(existing, list, member);
                    break;
                case null when IsKept(present, member):
                    break;
                default:
                    live[name] = value?.DeepClone();
                    break;
            }
        }
    }

    /// <summary>A null says nothing about what is merged member by member and not empty.</summary>
    private static bool IsKept(JsonNode? present, IMergeType type) => present switch
    {
        JsonObject map => map.Count > 0 && !type.IsAtomicMap,
        JsonArray list => list.Count > 0 && type.ListType != ListType.Atomic,
        _ => false,
    };

    /// <summary>
    /// Merges two lists item by item. The items applied stand in their applied order; those that only the present list has
    /// keep their place before the item that followed them.
    /// </summary>
    private static JsonArray Lists(JsonArray live, JsonArray applied, IMergeType type)
    {
        var (leftOrder, rightOrder) = (new List<string>(), new List<string>());
        if (Items.Index(live, type, leftOrder) is not { } left || Items.Index(applied, type, rightOrder) is not { } right)
        {
            return (JsonArray)applied.DeepClone();
        }

        var merged = new JsonArray();
        var shared = new Queue<string>(rightOrder.Where(left.ContainsKey));
        var (l, r) = (0, 0);
        while (l < leftOrder.Count || r < rightOrder.Count)
        {
            var mine = l < leftOrder.Count ? leftOrder[l] : null;
            if (mine is not null && !right.ContainsKey(mine))
            {
                left[mine].ForEach(i => merged.Add(i?.DeepClone()));
                l++;
            }
            else if (mine is not null && r < rightOrder.Count && mine != rightOrder[r] && shared.TryPeek(out var next) && next != mine)
            {
                // It is applied as well, but not the next one: it comes where it is applied.
                l++;
            }
            else if (r < rightOrder.Count)
            {
                var element = rightOrder[r++];
                merged.Add(Item(left.GetValueOrDefault(element), right[element][0], type.Items));
                if (shared.TryPeek(out next) && next == element)
                {
                    shared.Dequeue();
                }

                l += mine == element ? 1 : 0;
            }
            else
            {
                l++;
            }
        }

        return merged;
    }

    private static JsonNode? Item(List<JsonNode?>? live, JsonNode? applied, IMergeType type)
    {
        if (live is not [JsonObject existing] || applied is not JsonObject map || type.IsAtomicMap)
        {
            return applied?.DeepClone();
        }

        var merged = (JsonObject)existing.DeepClone();
        Merge(merged, map, type);
        return merged;
    }
}
