using System.Security.Cryptography;
using System.Text;

namespace Slipway.Server.Security.Tokens;

/// <summary>Finds the owner of a static token. How long that takes tells nothing of the tokens.</summary>
/// <param name="tokens">The tokens.</param>
internal sealed class StaticTokens(IReadOnlyList<StaticToken> tokens)
{
    private readonly (byte[] Hash, Caller Caller)[] _known = [.. tokens.Select(t => (SHA256.HashData(Encoding.UTF8.GetBytes(t.Token)), t.Caller))];

    /// <summary>Whom a token stands for, or null.</summary>
    /// <param name="token">The token.</param>
    public TokenIdentity? Find(string token)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(token));
        Caller? found = null;
        foreach (var (known, caller) in _known)
        {
            if (CryptographicOperations.FixedTimeEquals(known, hash))
            {
                found ??= caller;
            }
        }

        return found is null ? null : new TokenIdentity(found, []);
    }
}
