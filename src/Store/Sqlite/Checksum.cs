using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Slipway.Store.Sqlite;

/// <summary>CRC-32C over a row, to notice bytes that changed on the disk.</summary>
internal static class Checksum
{
    /// <summary>The checksum of a row.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="revision">Its revision.</param>
    /// <param name="value">Its value; empty for a deletion.</param>
    public static uint Of(string key, long revision, ReadOnlySpan<byte> value)
    {
        Span<byte> bytes = stackalloc byte[512];
        var length = Encoding.UTF8.GetByteCount(key);
        if (length > bytes.Length)
        {
            bytes = new byte[length];
        }

        Encoding.UTF8.GetBytes(key, bytes);
        var crc = BitOperations.Crc32C(uint.MaxValue, (ulong)revision);
        return ~Add(Add(crc, bytes[..length]), value);
    }

    private static uint Add(uint crc, ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length >= sizeof(ulong))
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[sizeof(ulong)..];
        }

        foreach (var b in bytes)
        {
            crc = BitOperations.Crc32C(crc, b);
        }

        return crc;
    }
}
