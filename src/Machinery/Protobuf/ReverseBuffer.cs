using System.Buffers.Binary;
using System.Text;

namespace Slipway.Machinery.Protobuf;

/// <summary>Bytes written from the end to the beginning, so that a message's length is known when it has to be written.</summary>
internal sealed class ReverseBuffer
{
    private byte[] _bytes;
    private int _start;

    /// <summary>Makes an empty buffer.</summary>
    /// <param name="size">About how many bytes will be written.</param>
    public ReverseBuffer(int size)
    {
        _bytes = new byte[Math.Max(size, 64)];
        _start = _bytes.Length;
    }

    /// <summary>How many bytes stand in it.</summary>
    public int Length => _bytes.Length - _start;

    /// <summary>The bytes.</summary>
    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(_start);

    /// <summary>Puts bytes before those that are there.</summary>
    /// <param name="bytes">The bytes.</param>
    public void Bytes(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Take(bytes.Length));

    /// <summary>Puts text before what is there.</summary>
    /// <param name="text">The text.</param>
    public void Text(string text) => Encoding.UTF8.GetBytes(text, Take(Encoding.UTF8.GetByteCount(text)));

    /// <summary>Puts eight bytes of a real number.</summary>
    /// <param name="value">The number.</param>
    public void Real(double value) => BinaryPrimitives.WriteDoubleLittleEndian(Take(sizeof(double)), value);

    /// <summary>Puts a whole number in groups of seven bits.</summary>
    /// <param name="value">The number.</param>
    public void Varint(ulong value)
    {
        var length = 1;
        for (var rest = value >> 7; rest > 0; rest >>= 7)
        {
            length++;
        }

        var span = Take(length);
        for (var i = 0; i < length; i++)
        {
            span[i] = (byte)(value & 0x7f | (i == length - 1 ? 0UL : 0x80));
            value >>= 7;
        }
    }

    /// <summary>Puts a field's number and wire type.</summary>
    /// <param name="field">The number.</param>
    /// <param name="type">The wire type.</param>
    public void Tag(int field, int type) => Varint((ulong)((field << 3) | type));

    /// <summary>Puts the length and the tag before what was written since.</summary>
    /// <param name="field">The field's number.</param>
    /// <param name="before">The length of the buffer when the content began.</param>
    public void Close(int field, int before)
    {
        Varint((ulong)(Length - before));
        Tag(field, WireType.Delimited);
    }

    private Span<byte> Take(int count)
    {
        if (_start < count)
        {
            var length = Length;
            var larger = new byte[Math.Max(checked(length + count), _bytes.Length * 2)];
            _bytes.AsSpan(_start).CopyTo(larger.AsSpan(larger.Length - length));
            _start = larger.Length - length;
            _bytes = larger;
        }

        _start -= count;
        return _bytes.AsSpan(_start, count);
    }
}
