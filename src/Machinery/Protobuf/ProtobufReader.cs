using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Slipway.Machinery.Protobuf;

/// <summary>
/// Reads protocol buffers as JSON objects by the table of their type. Fields that the type does not have are passed over, as
/// upstream's decoders do. Depth and number of values are bounded, so that no bytes of the size of a request cost more than
/// such a request may.
/// </summary>
public sealed class ProtobufReader
{
    /// <summary>How deep messages may lie in one another.</summary>
    public const int Deepest = 100;

    /// <summary>How many values a message may hold.</summary>
    public const int MostValues = 500_000;

    private int _values;

    private ProtobufReader()
    {
    }

    /// <summary>Reads a message.</summary>
    /// <param name="bytes">The message, without an envelope.</param>
    /// <param name="type">Its type.</param>
    /// <exception cref="ProtobufException">The bytes are no such message, or too much of one.</exception>
    public static JsonObject Read(ReadOnlySpan<byte> bytes, MessageType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        var json = new JsonObject();
        new ProtobufReader().ReadMessage(bytes, type, json, 0);
        return json;
    }

    private void ReadMessage(ReadOnlySpan<byte> bytes, MessageType type, JsonObject json, int depth)
    {
        if (depth > Deepest)
        {
            throw new ProtobufException($"proto: messages lie deeper than {Deepest} in one another");
        }

        var reader = new WireReader(bytes);
        while (!reader.AtEnd)
        {
            var (number, wire) = reader.Tag();
            if (type.Find(number) is not { } field)
            {
                reader.Skip(wire);
                continue;
            }

            Count();
            if (field.Inline)
            {
                ReadMessage(Content(ref reader, wire, type, field), field.Shape.Message, json, depth + 1);
                continue;
            }

            ReadField(ref reader, (type, field, wire), json, depth);
        }
    }

    private void ReadField(ref WireReader reader, (MessageType Type, MessageField Field, int Wire) at, JsonObject json, int depth)
    {
        var (type, field, wire) = at;
        switch (field.Shape.Kind)
        {
            case ShapeKind.List:
                if (json[field.Name] is not JsonArray list)
                {
                    json[field.Name] = list = [];
                }

                ReadItem(ref reader, at, list, depth);
                break;
            case ShapeKind.Map:
                if (json[field.Name] is not JsonObject map)
                {
                    json[field.Name] = map = [];
                }

                ReadEntry(Content(ref reader, wire, type, field), at, map, depth);
                break;
            case ShapeKind.Message:
                // A message that comes in pieces is put together, as protocol buffers have it.
                var inner = json[field.Name] as JsonObject ?? [];
                ReadMessage(Content(ref reader, wire, type, field), field.Shape.Message, inner, depth + 1);
                if (inner.Parent is null && (inner.Count > 0 || field.KeepsZero))
                {
                    json[field.Name] = inner;
                }

                break;
            default:
                var value = Value(ref reader, at, field.Shape, depth);
                if (value is not null && (field.KeepsZero || (field.Required && wire == WireType.Varint) || !IsZero(value)))
                {
                    json[field.Name] = value;
                }
                else
                {
                    json.Remove(field.Name);
                }

                break;
        }
    }

    private void ReadItem(ref WireReader reader, (MessageType Type, MessageField Field, int Wire) at, JsonArray list, int depth)
    {
        var item = at.Field.Shape.Items!;
        if (item.Kind is ShapeKind.Int or ShapeKind.Long && at.Wire == WireType.Delimited)
        {
            var packed = new WireReader(reader.Delimited());
            while (!packed.AtEnd)
            {
                Count();
                list.Add((JsonNode)Number(packed.Varint(), item.Kind));
            }

            return;
        }

        list.Add(Value(ref reader, at, item, depth));
    }

    private void ReadEntry(ReadOnlySpan<byte> bytes, (MessageType Type, MessageField Field, int Wire) at, JsonObject map, int depth)
    {
        var reader = new WireReader(bytes);
        var key = "";
        JsonNode? value = null;
        var item = at.Field.Shape.Items!;
        while (!reader.AtEnd)
        {
            var (number, wire) = reader.Tag();
            switch (number)
            {
                case 1:
                    key = Encoding.UTF8.GetString(Content(ref reader, wire, at.Type, at.Field));
                    break;
                case 2:
                    value = Value(ref reader, at with { Wire = wire }, item, depth);
                    break;
                default:
                    reader.Skip(wire);
                    break;
            }
        }

        map[key] = value ?? Zero(item);
    }

    private JsonNode? Value(ref WireReader reader, (MessageType Type, MessageField Field, int Wire) at, FieldShape shape, int depth)
    {
        switch (shape.Kind)
        {
            case ShapeKind.Flag:
                return JsonValue.Create(Varint(ref reader, at) != 0);
            case ShapeKind.Int or ShapeKind.Long:
                return Number(Varint(ref reader, at), shape.Kind);
            case ShapeKind.Real:
                return at.Wire == WireType.Fixed64 && reader.Real() is var real && double.IsFinite(real)
                    ? JsonValue.Create(real) : throw WrongType(at.Type, at.Field, at.Wire);
        }

        var content = Content(ref reader, at.Wire, at.Type, at.Field);
        switch (shape.Kind)
        {
            case ShapeKind.Text:
                return JsonValue.Create(Encoding.UTF8.GetString(content));
            case ShapeKind.Bytes:
                return JsonValue.Create(Convert.ToBase64String(content));
            case ShapeKind.Message:
                var json = new JsonObject();
                ReadMessage(content, shape.Message, json, depth + 1);
                return json;
            default:
                return new SpecialValue(content).Read(shape, schema => Nested(schema, shape, depth), Count);
        }
    }

    private JsonObject Nested(byte[] content, FieldShape shape, int depth)
    {
        var json = new JsonObject();
        ReadMessage(content, shape.Message, json, depth + 1);
        return json;
    }

    private void Count()
    {
        if (++_values > MostValues)
        {
            throw new ProtobufException($"proto: the message holds more than {MostValues} values");
        }
    }

    private static JsonNode? Zero(FieldShape shape) => shape.Kind switch
    {
        ShapeKind.Message => new JsonObject(),
        ShapeKind.Strings or ShapeKind.List => new JsonArray(),
        ShapeKind.Flag => false,
        ShapeKind.Int or ShapeKind.Long => 0L,
        ShapeKind.Quantity => "0",
        _ => "",
    };

    private static bool IsZero(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.String => ((string)value!).Length == 0,
        JsonValueKind.False => true,
        JsonValueKind.Number => value is JsonValue number && (number.TryGetValue(out long whole) ? whole == 0 : number.TryGetValue(out double real) && real == 0),
        _ => false,
    };

    private static JsonValue Number(ulong value, ShapeKind kind) => JsonValue.Create(kind == ShapeKind.Int ? (int)value : (long)value);

    private static ulong Varint(ref WireReader reader, (MessageType Type, MessageField Field, int Wire) at) =>
        at.Wire == WireType.Varint ? reader.Varint() : throw WrongType(at.Type, at.Field, at.Wire);

    private static ReadOnlySpan<byte> Content(ref WireReader reader, int wire, MessageType type, MessageField field) =>
        wire == WireType.Delimited ? reader.Delimited() : throw WrongType(type, field, wire);

    private static ProtobufException WrongType(MessageType type, MessageField field, int wire) =>
        new($"proto: wrong wireType = {wire} for field {type.ShortName}.{field.Name}");
}
