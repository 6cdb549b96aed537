using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Slipway.Machinery.Protobuf;

/// <summary>Reads the messages that are no objects in JSON: moments, quantities, numbers or strings, JSON, lists of strings, unions.</summary>
/// <param name="content">The message.</param>
internal ref struct SpecialValue(ReadOnlySpan<byte> content)
{
    private readonly ReadOnlySpan<byte> _content = content;
    private (long First, long Second) _numbers;
    private byte[]? _first;
    private byte[]? _second;
    private byte[]? _third;
    private JsonArray? _items;

    /// <summary>Reads the value.</summary>
    /// <param name="shape">Its shape.</param>
    /// <param name="schema">Reads a schema of a union.</param>
    /// <param name="count">Counts an item of a list.</param>
    /// <returns>The value; null where it is empty and stands for nothing.</returns>
    /// <exception cref="ProtobufException">The bytes are no such value.</exception>
    public JsonNode? Read(FieldShape shape, Func<byte[], JsonNode> schema, Action count)
    {
        Scan(shape.Kind, schema, count);
        switch (shape.Kind)
        {
            case ShapeKind.Time or ShapeKind.MicroTime:
                return _content.IsEmpty ? null : ProtobufText.Moment(_numbers.First, _numbers.Second, shape.Kind);
            case ShapeKind.IntOrString:
                return _numbers.First == 1 ? Text(_third) : JsonValue.Create((long)(int)_numbers.Second);
            case ShapeKind.Quantity:
                return Text(_first) is { Length: > 0 } quantity ? quantity : null;
            case ShapeKind.Json:
                return Json(_first);
            case ShapeKind.Strings:
                return _items ?? [];
            case ShapeKind.SchemaOrBool:
                return _second is null ? JsonValue.Create(_numbers.First != 0) : schema(_second);
            default:
                return _first is null ? _items ?? [] : schema(_first);
        }
    }

    private void Scan(ShapeKind kind, Func<byte[], JsonNode> schema, Action count)
    {
        var reader = new WireReader(_content);
        while (!reader.AtEnd)
        {
            var (number, wire) = reader.Tag();
            switch (number, wire)
            {
                case (1, WireType.Varint):
                    _numbers.First = (long)reader.Varint();
                    break;
                case (2, WireType.Varint):
                    _numbers.Second = (long)reader.Varint();
                    break;
                case (1, WireType.Delimited) when kind == ShapeKind.Strings:
                case (2, WireType.Delimited) when kind == ShapeKind.SchemaOrStrings:
                    count();
                    (_items ??= []).Add((JsonNode?)Encoding.UTF8.GetString(reader.Delimited()));
                    break;
                case (2, WireType.Delimited) when kind == ShapeKind.SchemaOrArray:
                    count();
                    (_items ??= []).Add((JsonNode?)schema(reader.Delimited().ToArray()));
                    break;
                case (1, WireType.Delimited):
                    _first = reader.Delimited().ToArray();
                    break;
                case (2, WireType.Delimited):
                    _second = reader.Delimited().ToArray();
                    break;
                case (3, WireType.Delimited):
                    _third = reader.Delimited().ToArray();
                    break;
                default:
                    reader.Skip(wire);
                    break;
            }
        }
    }

    private static string Text(byte[]? bytes) => bytes is null ? "" : Encoding.UTF8.GetString(bytes);

    private static JsonNode? Json(byte[]? bytes)
    {
        if (bytes is not { Length: > 0 })
        {
            return null;
        }

        try
        {
            return JsonNode.Parse(bytes, documentOptions: new JsonDocumentOptions { MaxDepth = ProtobufReader.Deepest });
        }
        catch (JsonException e)
        {
            throw new ProtobufException("a raw value is not JSON: " + e.Message);
        }
    }
}
