using System.Security.Cryptography;

namespace Slipway.Server.Discovery;

/// <summary>A document that changes only with the set of kinds.</summary>
/// <param name="ContentType">Its media type.</param>
/// <param name="Body">Its bytes.</param>
/// <param name="ETag">A strong tag of the bytes, quoted.</param>
internal sealed record Document(string ContentType, ReadOnlyMemory<byte> Body, string ETag)
{
    /// <summary>Makes a document with its tag: the upper-case hexadecimal SHA-512 of its bytes.</summary>
    /// <param name="contentType">Its media type.</param>
    /// <param name="body">Its bytes.</param>
    public static Document Of(string contentType, byte[] body) => new(contentType, body, $"\"{Hash(body)}\"");

    /// <summary>The tag without quotes.</summary>
    public string Digest => ETag.Trim('"');

    private static string Hash(byte[] body) => Convert.ToHexString(SHA512.HashData(body));
}
