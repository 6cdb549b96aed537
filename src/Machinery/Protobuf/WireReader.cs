using System.Buffers.Binary;

namespace Slipway.Machinery.Protobuf;

/// <summary>Reads the fields of one message.</summary>
/// <param name="bytes">The message.</param>
internal ref struct WireReader(ReadOnlySpan<byte> bytes)
{
    private const int LongestVarint = 10;
    private const int MostGroups = 32;

    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>Whether nothing is left.</summary>
    public readonly bool AtEnd => _rest.IsEmpty;

    /// <summary>Reads the number and wire type of the next field.</summary>
    /// <exception cref="ProtobufException">There is none.</exception>
    public (int Field, int Type) Tag()
    {
        var tag = Varint();
        var field = (long)(tag >> 3);
        return field is > 0 and <= 0x1fff_ffff
            ? ((int)field, (int)(tag & 7))
            : throw new ProtobufException($"proto: illegal tag {field} (wire type {tag & 7})");
    }

    /// <summary>Reads a whole number.</summary>
    /// <exception cref="ProtobufException">It is cut off or too long.</exception>
    public ulong Varint()
    {
        var value = 0UL;
        for (var i = 0; i < LongestVarint; i++)
        {
            if (i >= _rest.Length)
            {
                throw CutOff();
            }

            value |= (ulong)(_rest[i] & 0x7f) << (7 * i);
            if (_rest[i] < 0x80)
            {
                _rest = _rest[(i + 1)..];
                return value;
            }
        }

        throw new ProtobufException("proto: integer overflow");
    }

    /// <summary>Reads a length and as many bytes.</summary>
    /// <exception cref="ProtobufException">They are cut off.</exception>
    public ReadOnlySpan<byte> Delimited()
    {
        var length = Varint();
        return length <= (ulong)_rest.Length ? Take((int)length) : throw CutOff();
    }

    /// <summary>Reads eight bytes as a real number.</summary>
    /// <exception cref="ProtobufException">They are cut off.</exception>
    public double Real() => BinaryPrimitives.ReadDoubleLittleEndian(Take(sizeof(double)));

    /// <summary>Passes over a field that is not known.</summary>
    /// <param name="type">Its wire type.</param>
    /// <exception cref="ProtobufException">It is cut off, or of no such type.</exception>
    public void Skip(int type)
    {
        for (var depth = 0; ;)
        {
            switch (type)
            {
                case WireType.Varint:
                    _ = Varint();
                    break;
                case WireType.Fixed64:
                    _ = Take(8);
                    break;
                case WireType.Delimited:
                    _ = Delimited();
                    break;
                case WireType.Fixed32:
                    _ = Take(4);
                    break;
                case WireType.GroupStart when depth < MostGroups:
                    depth++;
                    break;
                case WireType.GroupEnd when depth > 0:
                    depth--;
                    break;
                default:
                    throw new ProtobufException($"proto: illegal wireType {type}");
            }

            if (depth == 0)
            {
                return;
            }

            (_, type) = Tag();
        }
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > _rest.Length)
        {
            throw CutOff();
        }

        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }

    private static ProtobufException CutOff() => new("unexpected EOF");
}
