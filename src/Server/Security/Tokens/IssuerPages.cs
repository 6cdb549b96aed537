using System.Text.Json.Nodes;
using Slipway.Server.Objects;

namespace Slipway.Server.Security.Tokens;

/// <summary>The documents by which others verify tokens of service accounts (OpenID Connect discovery).</summary>
/// <param name="tokens">The issuer.</param>
internal sealed class IssuerPages(AccountTokens tokens)
{
    /// <summary>The page of the keys.</summary>
    public const string KeysPath = "/openid/v1/jwks";

    /// <summary><c>/.well-known/openid-configuration</c>.</summary>
    /// <param name="address">Where the server answers, where the issuer's name is no address of its own.</param>
    public byte[] Configuration(string address) => ObjectBytes.WriteAny(new JsonObject
    {
        ["issuer"] = tokens.Issuer,
        ["jwks_uri"] = address + KeysPath,
        ["response_types_supported"] = new JsonArray("id_token"),
        ["subject_types_supported"] = new JsonArray("public"),
        ["id_token_signing_alg_values_supported"] = new JsonArray(tokens.Keys.Signing.Algorithm),
    });

    /// <summary><c>/openid/v1/jwks</c>.</summary>
    public byte[] Keys() => ObjectBytes.WriteAny(tokens.Keys.ToJson());
}
