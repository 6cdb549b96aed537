using System.Text.Json.Nodes;
using Slipway.Machinery.Apply.Fields;
using Slipway.Machinery.Apply.Types;
using Slipway.Machinery.Json;
using Slipway.Machinery.Schemas;

namespace Slipway.Machinery.Apply.Walks;

/// <summary>How the items of lists are addressed.</summary>
internal static class Items
{
    /// <summary>The step to an item of a set or of a list with keys; null where the item has none.</summary>
    /// <param name="item">The item.</param>
    /// <param name="list">The list's type.</param>
    /// <param name="fault">Why there is none.</param>
    public static string? ElementOf(JsonNode? item, IMergeType list, out string fault)
    {
        fault = "";
        if (list.ListType == ListType.Set)
        {
            fault = item switch
            {
                null => "associative list without keys has an element that's an explicit null",
                JsonObject when !list.Items.IsAtomicMap => "associative list without keys has an element that's a map type",
                JsonArray when list.Items.ListType != ListType.Atomic => "not supported: associative list with lists as elements",
                _ => "",
            };
            return fault.Length == 0 ? FieldElement.Value(item) : null;
        }

        if (item is not JsonObject map)
        {
            fault = item is null
                ? "associative list with keys may not have a null element"
                : "associative list with keys may not have non-map elements";
            return null;
        }

        var keys = new SortedList<string, JsonNode?>(list.ListKeys.Count, StringComparer.Ordinal);
        foreach (var key in list.ListKeys)
        {
            if (!map.TryGetPropertyValue(key, out var value))
            {
                value = list.Items.DefaultOf(key);
                if (value is null)
                {
                    fault = $"associative list with keys has an element that omits key field \"{key}\" (and doesn't have default value)";
                    return null;
                }
            }

            keys[key] = value;
        }

        return FieldElement.Key(keys);
    }

    /// <summary>Sorts the items of a list by their steps; null where an item has none, so that the list is but one value.</summary>
    /// <param name="list">The list; null for an empty one.</param>
    /// <param name="type">Its type.</param>
    /// <param name="order">Takes the steps in the order in which they first occur.</param>
    public static Dictionary<string, List<JsonNode?>>? Index(JsonArray? list, IMergeType type, List<string> order)
    {
        var index = new Dictionary<string, List<JsonNode?>>(list?.Count ?? 0, StringComparer.Ordinal);
        foreach (var item in list ?? [])
        {
            if (ElementOf(item, type, out _) is not { } element)
            {
                return null;
            }

            if (index.TryGetValue(element, out var same))
            {
                same.Add(item);
            }
            else
            {
                index[element] = [item];
                order.Add(element);
            }
        }

        return index;
    }

    /// <summary>Whether two lists have the same items in the same places, as far as their steps tell.</summary>
    /// <param name="left">A list.</param>
    /// <param name="right">Another.</param>
    /// <param name="type">The type of both.</param>
    public static bool AreParallel(JsonArray left, JsonArray right, IMergeType type)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        for (var i = 0; i < left.Count; i++)
        {
            if (type.ListType == ListType.Set ? !JsonEquality.AreEqual(left[i], right[i]) : !SameKeys(left[i] as JsonObject, right[i] as JsonObject, type))
            {
                return false;
            }
        }

        return true;
    }

    private static bool SameKeys(JsonObject? left, JsonObject? right, IMergeType type)
    {
        foreach (var key in type.ListKeys)
        {
            if (left?[key] is not { } a || right?[key] is not { } b || !JsonEquality.AreEqual(a, b))
            {
                return false;
            }
        }

        return true;
    }
}
