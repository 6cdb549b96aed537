using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Slipway.Machinery.Objects;

/// <summary>
/// Where every random choice that is not a secret comes from, so that a run can be repeated from its seed.
/// Keys and tokens come from the operating system instead. Safe for concurrent use.
/// </summary>
public abstract class RandomSource
{
    /// <summary>The alphabet of generated names: no vowels and no look-alikes (Kubernetes' own).</summary>
    private const string NameAlphabet = "bcdfghjklmnpqrstvwxz2456789";

    /// <summary>Randomness of the operating system.</summary>
    public static RandomSource System { get; } = new SystemSource();

    /// <summary>A repeatable source.</summary>
    /// <param name="seed">The same seed gives the same sequence.</param>
    public static RandomSource Seeded(ulong seed) => new SeededSource(seed);

    /// <summary>The next 64 random bits.</summary>
    public abstract ulong Next();

    /// <summary>A number in [0, 1).</summary>
    public double NextDouble() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A number in [0, <paramref name="exclusiveMaximum"/>).</summary>
    /// <param name="exclusiveMaximum">At least 1.</param>
    public int Next(int exclusiveMaximum)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(exclusiveMaximum, 1);
        return (int)(Next() % (ulong)exclusiveMaximum);
    }

    /// <summary>A version 4 UUID in lower case.</summary>
    public string NextUid()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, Next());
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[8..], Next());
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }

    /// <summary>A suffix for generated names, of Kubernetes' name alphabet.</summary>
    /// <param name="length">Characters wanted.</param>
    public string NextSuffix(int length = 5) =>
        string.Create(length, this, static (span, source) =>
        {
            foreach (ref var c in span)
            {
                c = NameAlphabet[source.Next(NameAlphabet.Length)];
            }
        });

    private sealed class SystemSource : RandomSource
    {
        public override ulong Next()
        {
            Span<byte> bytes = stackalloc byte[8];
            RandomNumberGenerator.Fill(bytes);
            return BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        }
    }

    private sealed class SeededSource(ulong seed) : RandomSource
    {
        private ulong _state = seed;

        // SplitMix64: one atomic addition, then a mix of the result.
        public override ulong Next()
        {
            var z = Interlocked.Add(ref _state, 0x9E3779B97F4A7C15);
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
