using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Slipway.Store.Sqlite;

/// <summary>CRC-32C over a row, to notice bytes that changed on the disk.</summary>
internal static class Checksum
{
    /// <summary>The checksum of a row.</summary>
    /// <param name="row">The row; its value does not count.</param>
    /// <param name="value">Its value; empty for a deletion.</param>
    public static uint Of(StoredValue row, ReadOnlySpan<byte> value)
    {
        Span<byte> key = stackalloc byte[512];
        var length = Encoding.UTF8.GetByteCount(row.Key);
        if (length > key.Length)
        {
            key = new byte[length];
        }

        Encoding.UTF8.GetBytes(row.Key, key);
        var crc = BitOperations.Crc32C(uint.MaxValue, (ulong)row.ModRevision);
        crc = BitOperations.Crc32C(crc, (ulong)row.CreateRevision);
        crc = BitOperations.Crc32C(crc, (ulong)row.Version);
        return ~Add(Add(crc, key[..length]), value);
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
