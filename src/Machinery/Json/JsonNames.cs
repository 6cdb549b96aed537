using System.Text;

namespace Slipway.Machinery.Json;

/// <summary>
/// Member names seen before, so that the names that every object repeats are one string each. Of fixed size; a name
/// that loses its place to another is only made anew. Safe for concurrent use: entries are immutable.
/// </summary>
internal static class JsonNames
{
    private const int Places = 4096;
    private const int LongestName = 48;
    private static readonly Entry?[] Entries = new Entry?[Places];

    /// <summary>The name as a string, or null where it is too long to be kept or not valid UTF-8.</summary>
    public static string? Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > LongestName)
        {
            return null;
        }

        var hash = 2166136261u;
        foreach (var b in utf8)
        {
            hash = (hash ^ b) * 16777619u;
        }

        ref var place = ref Entries[(hash ^ (hash >> 15)) % Places];
        var entry = Volatile.Read(ref place);
        if (entry is not null && utf8.SequenceEqual(entry.Utf8))
        {
            return entry.Name;
        }

        if (!System.Text.Unicode.Utf8.IsValid(utf8))
        {
            return null;
        }

        entry = new Entry(utf8.ToArray(), Encoding.UTF8.GetString(utf8));
        Volatile.Write(ref place, entry);
        return entry.Name;
    }

    private sealed record Entry(byte[] Utf8, string Name);
}
