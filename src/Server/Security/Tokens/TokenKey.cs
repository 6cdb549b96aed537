using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Slipway.Machinery.Pki;

namespace Slipway.Server.Security.Tokens;

/// <summary>A key that signs tokens.</summary>
internal sealed class TokenKey
{
    private readonly PrivateKey _key;

    /// <summary>Takes a key.</summary>
    /// <param name="key">RSA, or elliptic over P-256 or P-384.</param>
    public TokenKey(PrivateKey key)
    {
        _key = key;
        Id = Base64Url.EncodeToString(SHA256.HashData(key.PublicKey.Span));
        Algorithm = key.Algorithm switch
        {
            KeyAlgorithm.EcdsaP256 => "ES256",
            KeyAlgorithm.EcdsaP384 => "ES384",
            _ => "RS256",
        };
    }

    /// <summary>The key's id in tokens: the hash of its public half.</summary>
    public string Id { get; }

    /// <summary>The algorithm's name in tokens.</summary>
    public string Algorithm { get; }

    /// <summary>Signs.</summary>
    /// <param name="content">The content.</param>
    public byte[] Sign(ReadOnlySpan<byte> content) => _key.Sign(content);

    /// <summary>Whether a signature is this key's.</summary>
    /// <param name="content">The content.</param>
    /// <param name="signature">The signature.</param>
    public bool Verify(ReadOnlySpan<byte> content, ReadOnlySpan<byte> signature) => _key.Verify(content, signature);

    /// <summary>The public half as a JSON web key.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject { ["use"] = "sig", ["kid"] = Id, ["alg"] = Algorithm };
        if (Algorithm == "RS256")
        {
            using var rsa = RSA.Create();
            rsa.ImportSubjectPublicKeyInfo(_key.PublicKey.Span, out _);
            var parameters = rsa.ExportParameters(includePrivateParameters: false);
            json["kty"] = "RSA";
            json["n"] = Base64Url.EncodeToString(parameters.Modulus);
            json["e"] = Base64Url.EncodeToString(parameters.Exponent);
            return json;
        }

        using var ecdsa = ECDsa.Create();
        ecdsa.ImportSubjectPublicKeyInfo(_key.PublicKey.Span, out _);
        var point = ecdsa.ExportParameters(includePrivateParameters: false).Q;
        json["kty"] = "EC";
        json["crv"] = Algorithm == "ES384" ? "P-384" : "P-256";
        json["x"] = Base64Url.EncodeToString(point.X);
        json["y"] = Base64Url.EncodeToString(point.Y);
        return json;
    }
}
