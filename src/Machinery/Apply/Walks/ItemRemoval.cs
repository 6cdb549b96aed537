using System.Text.Json.Nodes;
using Slipway.Machinery.Apply.Fields;
using Slipway.Machinery.Apply.Types;
using Slipway.Machinery.Schemas;

namespace Slipway.Machinery.Apply.Walks;

/// <summary>Takes fields out of objects.</summary>
public static class ItemRemoval
{
    /// <summary>An object without some of its fields; what stands below a field goes with it.</summary>
    /// <param name="value">The object; it is not changed.</param>
    /// <param name="fields">The fields.</param>
    /// <param name="type">The object's type.</param>
    public static JsonObject Without(JsonObject value, FieldSet fields, IMergeType type)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentNullException.ThrowIfNull(type);
        var rest = (JsonObject)value.DeepClone();
        Members(rest, fields, type);
        return rest;
    }

    private static void Members(JsonObject map, FieldSet fields, IMergeType type)
    {
        if (type.IsAtomicMap)
        {
            return;
        }

        for (var i = map.Count - 1; i >= 0; i--)
        {
            var (name, value) = map.GetAt(i);
            var element = FieldElement.Member(name);
            if (fields.Contains(element) || IsEmptied(value, fields.Below(element), type.Member(name) ?? DeducedType.Instance))
            {
                map.RemoveAt(i);
            }
        }
    }

    /// <summary>Takes fields out of a value.</summary>
    /// <returns>Whether nothing is left of a value that was not empty.</returns>
    private static bool IsEmptied(JsonNode? node, FieldSet fields, IMergeType type)
    {
        if (fields.IsEmpty)
        {
            return false;
        }

        switch (node)
        {
            case JsonObject { Count: > 0 } map:
                Members(map, fields, type);
                return map.Count == 0;
            case JsonArray { Count: > 0 } list when type.ListType != ListType.Atomic:
                for (var i = list.Count - 1; i >= 0; i--)
                {
                    if (Items.ElementOf(list[i], type, out _) is not { } element)
                    {
                        continue;
                    }

                    if (fields.Contains(element))
                    {
                        list.RemoveAt(i);
                    }
                    else
                    {
                        IsEmptied(list[i], fields.Below(element), type.Items);
                    }
                }

                return list.Count == 0;
            default:
                return false;
        }
    }
}
