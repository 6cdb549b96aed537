using System.Text.Json.Nodes;
using Slipway.Machinery.Apply.Fields;
using Slipway.Machinery.Apply.Types;
using Slipway.Machinery.Schemas;

namespace Slipway.Machinery.Apply.Walks;

/// <summary>The fields that an object has: what an applier owns of what it applies.</summary>
public static class ObjectFields
{
    /// <summary>The fields of an object. Of objects with named members only the members count, not the object itself.</summary>
    /// <param name="value">The object.</param>
    /// <param name="type">Its type.</param>
    public static FieldSet Of(JsonObject value, IMergeType type)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(type);
        var set = new FieldSetBuilder();
        Members(value, type, set);
        return set.Build();
    }

    private static void Visit(JsonNode? node, IMergeType type, FieldSetBuilder set)
    {
        switch (node)
        {
            case JsonObject map when !type.IsAtomicMap:
                Members(map, type, set);
                break;
            case JsonArray list when type.ListType != ListType.Atomic:
                List(list, type, set);
                break;
            case null when type.ListType != ListType.Atomic:
                break;
            default:
                set.Add();
                break;
        }
    }

    private static void Members(JsonObject map, IMergeType type, FieldSetBuilder set)
    {
        foreach (var (name, value) in map)
        {
            var below = set.Below(FieldElement.Member(name));
            if (value is null or JsonObject { Count: 0 } || !type.Names(name))
            {
                below.Add();
            }

            Visit(value, type.Member(name) ?? DeducedType.Instance, below);
        }
    }

    private static void List(JsonArray list, IMergeType type, FieldSetBuilder set)
    {
        var order = new List<string>();
        if (Items.Index(list, type, order) is not { } index)
        {
            set.Add();
            return;
        }

        foreach (var element in order)
        {
            set.Add(element);
            if (index[element] is [var single])
            {
                Visit(single, type.Items, set.Below(element));
            }
        }
    }
}
