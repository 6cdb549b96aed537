using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Slipway.Server.Objects;

namespace Slipway.Server.Security.Tokens;

/// <summary>A signed token in its compact form (RFC 7515, RFC 7519).</summary>
/// <param name="KeyId">The id of the key that signed it.</param>
/// <param name="Algorithm">How it says it was signed.</param>
/// <param name="Claims">What it says.</param>
/// <param name="Signed">The bytes that are signed.</param>
/// <param name="Signature">The signature.</param>
internal sealed record JsonWebToken(string KeyId, string Algorithm, JsonObject Claims, byte[] Signed, byte[] Signature)
{
    private const int Longest = 16 * 1024;

    /// <summary>Writes a token.</summary>
    /// <param name="key">The key that signs it.</param>
    /// <param name="claims">What it says.</param>
    public static string Write(TokenKey key, JsonObject claims)
    {
        var header = new JsonObject { ["alg"] = key.Algorithm, ["kid"] = key.Id };
        var signed = Base64Url.EncodeToString(ObjectBytes.WriteAny(header)) + "." + Base64Url.EncodeToString(ObjectBytes.WriteAny(claims));
        return signed + "." + Base64Url.EncodeToString(key.Sign(Encoding.ASCII.GetBytes(signed)));
    }

    /// <summary>Takes a token apart; nothing is verified.</summary>
    /// <param name="text">The token.</param>
    /// <returns>The token, or null where the text is none.</returns>
    public static JsonWebToken? Read(string text)
    {
        var parts = text.Split('.');
        if (parts.Length != 3 || text.Length > Longest || Decode(parts[0]) is not { } head || Decode(parts[1]) is not { } body || Decode(parts[2]) is not { } signature)
        {
            return null;
        }

        try
        {
            return JsonNode.Parse(head) is JsonObject header && JsonNode.Parse(body) is JsonObject claims
                ? new JsonWebToken(Meta.String(header, "kid"), Meta.String(header, "alg"), claims, Encoding.ASCII.GetBytes(text[..text.LastIndexOf('.')]), signature)
                : null;
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            // Not JSON, or a member stands twice: no token of ours.
            return null;
        }
    }

    private static byte[]? Decode(string part)
    {
        if (!Base64Url.IsValid(part))
        {
            return null;
        }

        // A text of which one bit was turned must not pass for the same token: only the canonical form is taken.
        var bytes = Base64Url.DecodeFromChars(part);
        return Base64Url.EncodeToString(bytes) == part ? bytes : null;
    }
}
