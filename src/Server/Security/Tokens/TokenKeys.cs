using System.Text.Json.Nodes;
using Slipway.Machinery.Pki;

namespace Slipway.Server.Security.Tokens;

/// <summary>The keys of tokens: the first signs, all of them verify. A key is made when it is first needed and none was given.</summary>
/// <param name="pems">The private keys as PEM; none to make one that lasts as long as the server.</param>
internal sealed class TokenKeys(IReadOnlyList<string> pems)
{
    private readonly Lazy<IReadOnlyList<TokenKey>> _keys = new(() => pems.Count > 0
        ? [.. pems.Select(p => new TokenKey(PrivateKey.FromPem(p)))]
        : [new TokenKey(PrivateKey.Generate(KeyAlgorithm.EcdsaP256))]);

    /// <summary>The key that signs.</summary>
    public TokenKey Signing => _keys.Value[0];

    /// <summary>The key of an id, or null.</summary>
    /// <param name="id">The id.</param>
    public TokenKey? Find(string id) => _keys.Value.FirstOrDefault(k => k.Id == id);

    /// <summary>The public halves as a JSON web key set.</summary>
    public JsonObject ToJson() => new() { ["keys"] = new JsonArray([.. _keys.Value.Select(k => (JsonNode)k.ToJson())]) };
}
