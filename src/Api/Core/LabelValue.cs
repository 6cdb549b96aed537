using System.Buffers.Binary;
using System.Buffers.Text;
using System.Text;
using Slipway.Machinery.Selectors;

namespace Slipway.Api.Core;

/// <summary>Label values made of names.</summary>
public static class LabelValue
{
    /// <summary>
    /// The name where it can be a label value, else <c>hash_</c>, a hash of it in base64, and <c>_z</c>; the same for
    /// the same name at all times.
    /// </summary>
    /// <param name="name">Any name.</param>
    public static string Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return LabelSyntax.ValueFault(name) is null ? name : $"hash_{Hash(name)}_z";
    }

    // FNV-1a over the name's UTF-8 bytes.
    private static string Hash(string name)
    {
        var hash = 2166136261u;
        foreach (var b in Encoding.UTF8.GetBytes(name))
        {
            hash = (hash ^ b) * 16777619u;
        }

        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, hash);
        return Base64Url.EncodeToString(bytes);
    }
}
