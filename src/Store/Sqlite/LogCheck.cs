using System.Buffers.Binary;

namespace Slipway.Store.Sqlite;

/// <summary>
/// Reads SQLite's write-ahead log before SQLite does (format: https://sqlite.org/fileformat2.html#walformat). SQLite takes the
/// first frame that does not add up for the end of the log, and forgets what follows. That is right for a torn last
/// transaction, but would lose acknowledged writes in silence where bytes in the middle changed. Because each transaction is
/// synced before the next begins, a frame of a later transaction proves that the damaged one was complete.
/// </summary>
internal static class LogCheck
{
    private const int HeaderLength = 32;
    private const int FrameHeaderLength = 24;

    /// <summary>Looks for damage before the last transaction. A change within the last one cannot be told from a torn one.</summary>
    /// <param name="log">The log's file.</param>
    /// <returns>What is damaged, or null.</returns>
    public static string? FindDamage(string log)
    {
        if (!File.Exists(log))
        {
            return null;
        }

        using var file = new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 1 << 16);
        Span<byte> header = stackalloc byte[HeaderLength];
        if (file.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) < HeaderLength)
        {
            return null;
        }

        var sum = new Sum(BinaryPrimitives.ReadUInt32BigEndian(header) == 0x377f0683);
        sum.Add(header[..24]);
        var pageSize = BinaryPrimitives.ReadInt32BigEndian(header[8..]);
        if (!sum.Equals(header[24..]) || pageSize is < 512 or > 65536)
        {
            return file.Length >= HeaderLength + FrameHeaderLength ? $"the header of {log} is not the one that was written" : null;
        }

        return FindInFrames(file, header[16..24].ToArray(), pageSize, sum) is { } at
            ? $"a transaction at byte {at} of {log} is not the one that was written, and others follow it"
            : null;
    }

    private static long? FindInFrames(FileStream file, ReadOnlySpan<byte> salts, int pageSize, Sum sum)
    {
        var frame = new byte[FrameHeaderLength + pageSize];
        long? bad = null;
        var ended = false;
        for (long at = HeaderLength; file.ReadAtLeast(frame, frame.Length, throwOnEndOfStream: false) == frame.Length; at += frame.Length)
        {
            // A frame of an earlier round of the log has other salts.
            var ofThisRound = frame.AsSpan(8, 8).SequenceEqual(salts);
            if (bad is null)
            {
                sum.Add(frame.AsSpan(0, 8));
                sum.Add(frame.AsSpan(FrameHeaderLength));
                bad = ofThisRound && sum.Equals(frame.AsSpan(16, 8)) ? null : at;
            }

            // The salts of the bad frame itself may be what changed.
            if (bad is not null && (ofThisRound || bad == at))
            {
                if (ended)
                {
                    return bad;
                }

                ended = BinaryPrimitives.ReadUInt32BigEndian(frame.AsSpan(4)) != 0;
            }
        }

        return null;
    }

    /// <summary>The running checksum of the log.</summary>
    private struct Sum(bool bigEndian)
    {
        private uint _first;
        private uint _second;

        public void Add(ReadOnlySpan<byte> bytes)
        {
            for (; bytes.Length >= 8; bytes = bytes[8..])
            {
                _first += Word(bytes) + _second;
                _second += Word(bytes[4..]) + _first;
            }
        }

        public readonly bool Equals(ReadOnlySpan<byte> stored) =>
            BinaryPrimitives.ReadUInt32BigEndian(stored) == _first && BinaryPrimitives.ReadUInt32BigEndian(stored[4..]) == _second;

        private readonly uint Word(ReadOnlySpan<byte> bytes) =>
            bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
    }
}
