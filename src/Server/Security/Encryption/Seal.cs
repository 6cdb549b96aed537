namespace Slipway.Server.Security.Encryption;

/// <summary>How the values of some resources are kept: sealed with the first key or open, and read in any of the ways named.</summary>
/// <param name="keys">The keys that read; the first writes unless values are written open.</param>
/// <param name="writesOpen">Whether values are written as they are.</param>
/// <param name="readsOpen">Whether values that are not sealed are read.</param>
internal sealed class Seal(IReadOnlyList<SealKey> keys, bool writesOpen, bool readsOpen)
{
    /// <summary>The stored form of a value.</summary>
    /// <param name="key">Its key in the store.</param>
    /// <param name="value">The value.</param>
    public ReadOnlyMemory<byte> Close(string key, ReadOnlyMemory<byte> value) => writesOpen ? value : keys[0].Seal(key, value.Span);

    /// <summary>The value of a stored form.</summary>
    /// <param name="key">Its key in the store.</param>
    /// <param name="stored">The stored form.</param>
    /// <exception cref="EncryptionException">It cannot be read.</exception>
    public ReadOnlyMemory<byte> Open(string key, ReadOnlyMemory<byte> stored)
    {
        if (!stored.Span.StartsWith(SealKey.Mark))
        {
            return readsOpen
                ? stored
                : throw new EncryptionException($"The value of {key} is not encrypted, and the encryption configuration names no identity provider to read it.");
        }

        var isKnown = false;
        foreach (var candidate in keys)
        {
            if (candidate.IsOf(stored.Span))
            {
                isKnown = true;
                if (candidate.Open(key, stored.Span) is { } value)
                {
                    return value;
                }
            }
        }

        throw new EncryptionException(isKnown
            ? $"The value of {key} cannot be decrypted: it was changed or moved, or the key of its name is another."
            : $"The value of {key} is encrypted with a key that the encryption configuration does not have: give it the key with which it was written.");
    }

    /// <summary>Whether a value would be written in another form now.</summary>
    /// <param name="stored">The stored form.</param>
    public bool IsStale(ReadOnlySpan<byte> stored) => writesOpen ? stored.StartsWith(SealKey.Mark) : !keys[0].IsOf(stored);
}
