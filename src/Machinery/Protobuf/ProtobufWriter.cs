using System.Text.Json;

namespace Slipway.Machinery.Protobuf;

/// <summary>
/// Writes JSON objects as protocol buffers by the table of their type. Members that the type does not have are left out, as
/// are nulls. Fields come in the order of their numbers, entries of maps in that of their keys.
/// </summary>
public static class ProtobufWriter
{
    /// <summary>Writes an object.</summary>
    /// <param name="value">The object.</param>
    /// <param name="type">Its type.</param>
    /// <returns>The message, without an envelope.</returns>
    /// <exception cref="ProtobufException">A value is not of the shape that the type says.</exception>
    public static ReadOnlyMemory<byte> Write(JsonElement value, MessageType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        var buffer = new ReverseBuffer(1024);
        WriteMessage(buffer, value, type);
        return buffer.Written;
    }

    /// <summary>Writes an event of a watch.</summary>
    /// <param name="kind">What happened, for example <c>ADDED</c>.</param>
    /// <param name="value">The object in its envelope.</param>
    /// <param name="type">The type of such events.</param>
    public static ReadOnlyMemory<byte> WriteEvent(string kind, ReadOnlySpan<byte> value, MessageType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(kind);
        var buffer = new ReverseBuffer(value.Length + 64);
        buffer.Bytes(value);
        buffer.Close(1, 0);
        buffer.Close(type.Find("object")!.Number, 0);
        WriteText(buffer, type.Find("type")!.Number, kind);
        return buffer.Written;
    }

    /// <summary>Writes the fields of an object before what the buffer holds.</summary>
    /// <param name="buffer">Takes them.</param>
    /// <param name="value">The object.</param>
    /// <param name="type">Its type.</param>
    internal static void WriteMessage(ReverseBuffer buffer, JsonElement value, MessageType type)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            throw Wrong(value, type.ShortName);
        }

        foreach (var field in type.Descending)
        {
            if (field.Inline)
            {
                var before = buffer.Length;
                WriteMessage(buffer, value, field.Shape.Message);
                buffer.Close(field.Number, before);
            }
            else if (value.TryGetProperty(field.Name, out var member) && member.ValueKind != JsonValueKind.Null)
            {
                WriteField(buffer, field.Number, member, field.Shape);
            }
        }
    }

    private static void WriteField(ReverseBuffer buffer, int number, JsonElement value, FieldShape shape)
    {
        switch (shape.Kind)
        {
            case ShapeKind.List:
                WriteList(buffer, number, value, shape);
                break;
            case ShapeKind.Map:
                WriteMap(buffer, number, value, shape);
                break;
            case ShapeKind.Flag:
                buffer.Varint(value.ValueKind == JsonValueKind.True ? 1UL : value.ValueKind == JsonValueKind.False ? 0UL : throw Wrong(value, "bool"));
                buffer.Tag(number, WireType.Varint);
                break;
            case ShapeKind.Int or ShapeKind.Long:
                buffer.Varint((ulong)Whole(value));
                buffer.Tag(number, WireType.Varint);
                break;
            case ShapeKind.Real:
                buffer.Real(value.ValueKind == JsonValueKind.Number ? value.GetDouble() : throw Wrong(value, "number"));
                buffer.Tag(number, WireType.Fixed64);
                break;
            default:
                var before = buffer.Length;
                WriteContent(buffer, value, shape);
                buffer.Close(number, before);
                break;
        }
    }

    private static void WriteList(ReverseBuffer buffer, int number, JsonElement list, FieldShape shape)
    {
        if (list.ValueKind != JsonValueKind.Array)
        {
            throw Wrong(list, "array");
        }

        for (var i = list.GetArrayLength() - 1; i >= 0; i--)
        {
            WriteField(buffer, number, list[i], shape.Items!);
        }
    }

    private static void WriteMap(ReverseBuffer buffer, int number, JsonElement map, FieldShape shape)
    {
        if (map.ValueKind != JsonValueKind.Object)
        {
            throw Wrong(map, "object");
        }

        foreach (var entry in map.EnumerateObject().OrderByDescending(e => e.Name, StringComparer.Ordinal))
        {
            var before = buffer.Length;
            if (entry.Value.ValueKind != JsonValueKind.Null)
            {
                WriteField(buffer, 2, entry.Value, shape.Items!);
            }

            WriteText(buffer, 1, entry.Name);
            buffer.Close(number, before);
        }
    }

    /// <summary>What stands between the length of a field and its end.</summary>
    private static void WriteContent(ReverseBuffer buffer, JsonElement value, FieldShape shape)
    {
        switch (shape.Kind)
        {
            case ShapeKind.Text:
                buffer.Text(Text(value));
                break;
            case ShapeKind.Bytes:
                buffer.Bytes(value.ValueKind == JsonValueKind.String && value.TryGetBytesFromBase64(out var bytes) ? bytes : throw Wrong(value, "base64"));
                break;
            case ShapeKind.Time or ShapeKind.MicroTime:
                var (seconds, nanoseconds) = ProtobufText.Moment(Text(value));
                WriteNumber(buffer, 2, shape.Kind == ShapeKind.Time ? 0 : nanoseconds);
                WriteNumber(buffer, 1, seconds);
                break;
            case ShapeKind.IntOrString when value.ValueKind == JsonValueKind.Number:
                WriteNumber(buffer, 2, Whole(value));
                break;
            case ShapeKind.IntOrString:
                WriteText(buffer, 3, Text(value));
                WriteNumber(buffer, 1, 1);
                break;
            case ShapeKind.Quantity:
                WriteText(buffer, 1, value.ValueKind == JsonValueKind.Number ? value.GetRawText() : Text(value));
                break;
            case ShapeKind.Json:
                WriteText(buffer, 1, value.GetRawText());
                break;
            case ShapeKind.Strings:
                WriteList(buffer, 1, value, new FieldShape(ShapeKind.List, new FieldShape(ShapeKind.Text), []));
                break;
            case ShapeKind.Message:
                WriteMessage(buffer, value, shape.Message);
                break;
            default:
                WriteUnion(buffer, value, shape);
                break;
        }
    }

    private static void WriteUnion(ReverseBuffer buffer, JsonElement value, FieldShape shape)
    {
        var schema = new FieldShape(new Lazy<MessageType>(shape.Message));
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteField(buffer, shape.Kind == ShapeKind.SchemaOrBool ? 2 : 1, value, schema);
                if (shape.Kind == ShapeKind.SchemaOrBool)
                {
                    WriteField(buffer, 1, TrueElement, new FieldShape(ShapeKind.Flag));
                }

                break;
            case JsonValueKind.Array when shape.Kind != ShapeKind.SchemaOrBool:
                var item = shape.Kind == ShapeKind.SchemaOrArray ? schema : new FieldShape(ShapeKind.Text);
                WriteList(buffer, 2, value, new FieldShape(ShapeKind.List, item, []));
                break;
            case JsonValueKind.True or JsonValueKind.False when shape.Kind == ShapeKind.SchemaOrBool:
                WriteField(buffer, 1, value, new FieldShape(ShapeKind.Flag));
                break;
            default:
                throw Wrong(value, "schema");
        }
    }

    private static JsonElement TrueElement { get; } = JsonElement.Parse("true");

    private static void WriteNumber(ReverseBuffer buffer, int number, long value)
    {
        if (value != 0)
        {
            buffer.Varint((ulong)value);
            buffer.Tag(number, WireType.Varint);
        }
    }

    private static void WriteText(ReverseBuffer buffer, int number, string text)
    {
        var before = buffer.Length;
        buffer.Text(text);
        buffer.Close(number, before);
    }

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : throw Wrong(value, "string");

    private static long Whole(JsonElement value) => value.ValueKind != JsonValueKind.Number
        ? throw Wrong(value, "integer")
        : value.TryGetInt64(out var whole) ? whole
        : value.GetDouble() is var real && Math.Abs(real) < long.MaxValue ? (long)real : throw Wrong(value, "integer");

    private static ProtobufException Wrong(JsonElement value, string wanted) =>
        new($"a value of the JSON type {value.ValueKind} has no place where {wanted} is wanted");
}
