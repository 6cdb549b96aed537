using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Slipway.Server.OpenApi;

/// <summary>Writes protocol buffers, field by field. Values that are a field's default are left out, as proto3 has it.</summary>
internal sealed class ProtoWriter
{
    private const int Varint = 0;
    private const int Fixed64 = 1;
    private const int Delimited = 2;

    private readonly ArrayBufferWriter<byte> _buffer = new(256);
    private ProtoWriter? _inner;

    /// <summary>What has been written.</summary>
    public ReadOnlyMemory<byte> Written => _buffer.WrittenMemory;

    /// <summary>Writes a string.</summary>
    /// <param name="field">The field's number.</param>
    /// <param name="value">The string; nothing is written where it is empty or null.</param>
    public void Text(int field, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            Item(field, value);
        }
    }

    /// <summary>Writes an item of a repeated string, even an empty one.</summary>
    /// <param name="field">The field's number.</param>
    /// <param name="value">The string.</param>
    public void Item(int field, string value)
    {
        Tag(field, Delimited);
        var length = Encoding.UTF8.GetByteCount(value);
        Number((ulong)length);
        Encoding.UTF8.GetBytes(value, _buffer.GetSpan(Math.Max(length, 1)));
        _buffer.Advance(length);
    }

    /// <summary>Writes a boolean.</summary>
    /// <param name="field">The field's number.</param>
    /// <param name="value">The boolean.</param>
    public void Flag(int field, bool value)
    {
        if (value)
        {
            Tag(field, Varint);
            Number(1);
        }
    }

    /// <summary>Writes a boolean that is told from its absence, as a member of a oneof is.</summary>
    /// <param name="field">The field's number.</param>
    /// <param name="value">The boolean.</param>
    public void Choice(int field, bool value)
    {
        Tag(field, Varint);
        Number(value ? 1UL : 0);
    }

    /// <summary>Writes a whole number.</summary>
    /// <param name="field">The field's number.</param>
    /// <param name="value">The number.</param>
    public void Whole(int field, long value)
    {
        if (value != 0)
        {
            Tag(field, Varint);
            Number((ulong)value);
        }
    }

    /// <summary>Writes a real number.</summary>
    /// <param name="field">The field's number.</param>
    /// <param name="value">The number.</param>
    public void Real(int field, double value)
    {
        if (value != 0)
        {
            Tag(field, Fixed64);
            BinaryPrimitives.WriteDoubleLittleEndian(_buffer.GetSpan(sizeof(double)), value);
            _buffer.Advance(sizeof(double));
        }
    }

    /// <summary>Writes a message, even an empty one.</summary>
    /// <typeparam name="T">What the message is made from.</typeparam>
    /// <param name="field">The field's number.</param>
    /// <param name="source">What the message is made from.</param>
    /// <param name="write">Writes the message's fields.</param>
    public void Message<T>(int field, T source, Action<ProtoWriter, T> write)
    {
        // One inner writer for each depth, used again for each message.
        var inner = _inner ??= new ProtoWriter();
        inner._buffer.ResetWrittenCount();
        write(inner, source);
        Tag(field, Delimited);
        Number((ulong)inner._buffer.WrittenCount);
        _buffer.Write(inner._buffer.WrittenSpan);
    }

    private void Tag(int field, int type) => Number((ulong)((field << 3) | type));

    private void Number(ulong value)
    {
        var span = _buffer.GetSpan(10);
        var length = 0;
        while (value >= 0x80)
        {
            span[length++] = (byte)(value | 0x80);
            value >>= 7;
        }

        span[length++] = (byte)value;
        _buffer.Advance(length);
    }
}
