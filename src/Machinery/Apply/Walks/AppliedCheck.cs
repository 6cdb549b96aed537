using System.Text.Json;
using System.Text.Json.Nodes;
using Slipway.Machinery.Apply.Fields;
using Slipway.Machinery.Apply.Types;
using Slipway.Machinery.Json;
using Slipway.Machinery.Schemas;

namespace Slipway.Machinery.Apply.Walks;

/// <summary>Checks that what is applied can be merged: its fields exist, its values have the right form, its items differ.</summary>
public sealed class AppliedCheck
{
    private readonly List<string> _faults = [];
    private readonly Stack<string> _path = new();

    private AppliedCheck()
    {
    }

    /// <summary>Checks an object.</summary>
    /// <param name="applied">The object.</param>
    /// <param name="type">Its type.</param>
    /// <returns>What is wrong, in the words that clients know; null where nothing is.</returns>
    public static string? Check(JsonObject applied, IMergeType type)
    {
        ArgumentNullException.ThrowIfNull(applied);
        ArgumentNullException.ThrowIfNull(type);
        var run = new AppliedCheck();
        run.Members(applied, type);
        return run._faults.Count switch
        {
            0 => null,
            1 => run._faults[0],
            _ => "errors:\n" + string.Join('\n', run._faults.Select(f => "  " + f)),
        };
    }

    private void Visit(JsonNode? node, IMergeType type)
    {
        if (node is null)
        {
            return;
        }

        if (ExpectedOf(node, type.Type) is { } expected)
        {
            Fault($"expected {expected}, got {Shown(node)}");
        }
        else if (node is JsonObject map)
        {
            Members(map, type);
        }
        else if (node is JsonArray list)
        {
            List(list, type);
        }
    }

    private void Members(JsonObject map, IMergeType type)
    {
        foreach (var (name, value) in map)
        {
            _path.Push(FieldElement.Member(name));
            if (type.Member(name) is { } member)
            {
                Visit(value, member);
            }
            else
            {
                Fault("field not declared in schema");
            }

            _path.Pop();
        }
    }

    private void List(JsonArray list, IMergeType type)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < list.Count; i++)
        {
            var element = $"i:{i}";
            if (type.ListType != ListType.Atomic)
            {
                if (Items.ElementOf(list[i], type, out var fault) is not { } found)
                {
                    Fault($"element {i}: {fault}");
                    continue;
                }

                element = found;
                if (!seen.Add(element))
                {
                    Fault($"duplicate entries for key {FieldElement.Describe(element)}");
                }
            }

            _path.Push(element);
            Visit(list[i], type.Items);
            _path.Pop();
        }
    }

    private static string? ExpectedOf(JsonNode node, SchemaType type)
    {
        var kind = node.GetValueKind();
        return type switch
        {
            SchemaType.Object when kind != JsonValueKind.Object => "map",
            SchemaType.Array when kind != JsonValueKind.Array => "list",
            SchemaType.String when kind != JsonValueKind.String => "string",
            SchemaType.Integer or SchemaType.Number when kind != JsonValueKind.Number => "numeric (int or float)",
            SchemaType.Boolean when kind is not (JsonValueKind.True or JsonValueKind.False) => "boolean",
            _ => null,
        };
    }

    private static string Shown(JsonNode node) => $"&value.valueUnstructured{{Value:{node switch
    {
        JsonObject => "map[string]interface {}{}",
        JsonArray => "[]interface {}{}",
        _ => GoText.Describe(node),
    }}}}";

    private void Fault(string message) => _faults.Add(_path.Count == 0 ? message : $"{FieldSet.Describe(_path.Reverse())}: {message}");
}
