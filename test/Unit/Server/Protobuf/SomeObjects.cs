using System.Text.Json.Nodes;
using Slipway.Machinery.Protobuf;

namespace Slipway.Unit.Server.Protobuf;

/// <summary>Makes objects of any type of the tables from a number: the same number makes the same object.</summary>
internal sealed class SomeObjects(int seed)
{
    private const int Deepest = 6;

    private static readonly string[] Words = ["a", "größe", "with \"quotes\"", "x/y", "名前", "0", "true"];

    private uint _state = unchecked((uint)seed * 2654435761u) | 1;

    /// <summary>An object; about a third of its fields are there.</summary>
    public JsonObject Of(MessageType type, int depth = 0)
    {
        var json = new JsonObject();
        foreach (var field in type.JsonFields.Where(f => f.Number > 0).OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            if (Next(3) == 0 && Value(field.Shape, field.KeepsZero, depth) is { } value)
            {
                json[field.Name] = value;
            }
        }

        return json;
    }

    private int Next(int below)
    {
        _state = unchecked((_state * 1664525) + 1013904223);
        return (int)((_state >> 8) % (uint)below);
    }

    private JsonNode? Value(FieldShape shape, bool keepsZero, int depth)
    {
        switch (shape.Kind)
        {
            case ShapeKind.Text:
                return shape.Choices.Count > 0 ? shape.Choices[Next(shape.Choices.Count)] : keepsZero && Next(4) == 0 ? "" : Words[Next(Words.Length)];
            case ShapeKind.Bytes:
                return Convert.ToBase64String([.. Enumerable.Range(0, 1 + Next(9)).Select(_ => (byte)Next(256))]);
            case ShapeKind.Time:
                return $"20{10 + Next(80)}-0{1 + Next(9)}-1{Next(9)}T0{Next(9)}:0{Next(9)}:5{Next(9)}Z";
            case ShapeKind.MicroTime:
                return $"19{10 + Next(80)}-0{1 + Next(9)}-1{Next(9)}T0{Next(9)}:0{Next(9)}:5{Next(9)}.{100000 + Next(900000)}Z";
            case ShapeKind.Flag:
                return !keepsZero || Next(2) == 0;
            case ShapeKind.Int:
                return Whole(int.MaxValue, keepsZero);
            case ShapeKind.Long:
                return Whole(int.MaxValue, keepsZero) * (1L + Next(1 << 20));
            case ShapeKind.Real:
                return (Next(1 << 20) + 1) / 16.0;
            case ShapeKind.IntOrString:
                return Next(2) == 0 ? 1 + Next(70000) : keepsZero && Next(2) == 0 ? "" : $"{Next(100)}%";
            case ShapeKind.Quantity:
                return $"{1 + Next(1000)}{new[] { "m", "Mi", "", "G" }[Next(4)]}";
            case ShapeKind.Json:
                return new JsonObject { ["any"] = new JsonArray(1, "x", null, new JsonObject { ["deep"] = true }) };
            case ShapeKind.Strings:
                return new JsonArray("one", "");
            case ShapeKind.List:
                return depth < Deepest && List(shape.Items!, depth) is { Count: > 0 } list ? list : null;
            case ShapeKind.Map:
                return depth < Deepest ? new JsonObject { [Words[Next(Words.Length)]] = Value(shape.Items!, true, depth + 1) ?? Empty(shape.Items!), ["k"] = Value(shape.Items!, true, depth + 1) ?? Empty(shape.Items!) } : null;
            case ShapeKind.Message:
                return depth < Deepest && Of(shape.Message, depth + 1) is var inner && (inner.Count > 0 || keepsZero) ? inner : null;
            default:
                return depth < Deepest ? Union(shape, depth) : null;
        }
    }

    private static JsonNode Empty(FieldShape shape) => shape.Kind == ShapeKind.Message ? new JsonObject() : new JsonArray();

    private JsonArray List(FieldShape item, int depth)
    {
        var list = new JsonArray();
        for (var count = 1 + Next(3); count > 0; count--)
        {
            if (Value(item, true, depth + 1) is { } value)
            {
                list.Add(value);
            }
        }

        return list;
    }

    private JsonNode Union(FieldShape shape, int depth) => (Next(2), shape.Kind) switch
    {
        (0, ShapeKind.SchemaOrBool) => true,
        (0, ShapeKind.SchemaOrArray) => new JsonArray(Of(shape.Message, depth + 1), Of(shape.Message, depth + 1)),
        (0, _) => new JsonArray("one", "two"),
        _ => Of(shape.Message, depth + 1),
    };

    private int Whole(int below, bool keepsZero) => Next(5) switch
    {
        0 => keepsZero ? 0 : 1,
        1 => -1 - Next(below),
        _ => 1 + Next(below),
    };
}
