using System.Buffers.Binary;
using System.Text;
using Slipway.Machinery.Objects;

namespace Slipway.Controllers.Shared;

/// <summary>Names of generated objects and values of labels that carry names.</summary>
internal static class Names
{
    /// <summary>The longest name generated, and the longest value a label may have.</summary>
    public const int Longest = 63;

    private const int SuffixLength = 5;

    /// <summary>A name with a random end, cut so that it is never too long.</summary>
    /// <param name="start">How the name is to begin, the hyphen included.</param>
    /// <param name="random">Where the end comes from.</param>
    public static string Generate(string start, RandomSource random) => Join(start, random.NextSuffix(SuffixLength));

    /// <summary>A beginning and an end as one name, the beginning cut where both are too long.</summary>
    /// <param name="start">The beginning, the hyphen included.</param>
    /// <param name="end">The end.</param>
    public static string Join(string start, string end) =>
        start.Length + end.Length > Longest ? start[..(Longest - end.Length)] + end : start + end;

    /// <summary>A name as a label value: itself, or a hash where it is too long for one.</summary>
    /// <param name="name">An object's name.</param>
    public static string AsLabel(string name)
    {
        if (name.Length <= Longest)
        {
            return name;
        }

        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, Fnv32(name));
        return $"hash_{Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_')}_z";
    }

    /// <summary>The FNV-1a hash of a text.</summary>
    /// <param name="text">Any text.</param>
    public static uint Fnv32(string text) => Fnv32(Encoding.UTF8.GetBytes(text));

    /// <summary>The FNV-1a hash of bytes.</summary>
    /// <param name="bytes">Any bytes.</param>
    public static uint Fnv32(ReadOnlySpan<byte> bytes)
    {
        var hash = 2166136261u;
        foreach (var b in bytes)
        {
            hash = unchecked((hash ^ b) * 16777619);
        }

        return hash;
    }
}
