using System.Security.Cryptography;
using System.Text;

namespace Slipway.Server.Security.Encryption;

/// <summary>
/// A key of AES-GCM. A sealed value is the name of the key, a nonce of twelve random bytes, the ciphertext and its tag of
/// sixteen; the store's key is bound to it, so that a value cannot be moved to another place. The form is that of Kubernetes.
/// </summary>
internal sealed class SealKey
{
    private const int NonceSize = 12;
    private const int TagSize = 16;

    private readonly byte[] _secret;
    private readonly byte[] _head;

    /// <summary>Takes a key.</summary>
    /// <param name="name">Its name, without a colon.</param>
    /// <param name="secret">16, 24 or 32 bytes; kept.</param>
    public SealKey(string name, byte[] secret)
    {
        Name = name;
        _secret = secret;
        _head = [.. Mark, .. Encoding.UTF8.GetBytes(name), (byte)':'];
    }

    /// <summary>How every sealed value begins.</summary>
    public static ReadOnlySpan<byte> Mark => "k8s:enc:aesgcm:v1:"u8;

    /// <summary>The key's name.</summary>
    public string Name { get; }

    /// <summary>Whether a value says that it was sealed with this key.</summary>
    /// <param name="stored">The value.</param>
    public bool IsOf(ReadOnlySpan<byte> stored) => stored.StartsWith(_head);

    /// <summary>Seals a value.</summary>
    /// <param name="key">Its key in the store.</param>
    /// <param name="value">The value.</param>
    public byte[] Seal(string key, ReadOnlySpan<byte> value)
    {
        var stored = new byte[_head.Length + NonceSize + value.Length + TagSize];
        _head.CopyTo(stored, 0);
        var nonce = stored.AsSpan(_head.Length, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(_secret, TagSize);
        cipher.Encrypt(nonce, value, stored.AsSpan(_head.Length + NonceSize, value.Length), stored.AsSpan(^TagSize..), Encoding.UTF8.GetBytes(key));
        return stored;
    }

    /// <summary>Opens a value that says that it was sealed with this key.</summary>
    /// <param name="key">Its key in the store.</param>
    /// <param name="stored">The sealed value.</param>
    /// <returns>The value, or null where it is not what was sealed.</returns>
    public byte[]? Open(string key, ReadOnlySpan<byte> stored)
    {
        var body = stored[_head.Length..];
        if (body.Length < NonceSize + TagSize)
        {
            return null;
        }

        var value = new byte[body.Length - NonceSize - TagSize];
        using var cipher = new AesGcm(_secret, TagSize);
        try
        {
            cipher.Decrypt(body[..NonceSize], body[NonceSize..^TagSize], body[^TagSize..], value, Encoding.UTF8.GetBytes(key));
            return value;
        }
        catch (AuthenticationTagMismatchException)
        {
            // Another key of the same name, a turned bit, or a value that was moved: the caller says so with the place.
            return null;
        }
    }
}
