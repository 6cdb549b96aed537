using Slipway.Server.Watching;

namespace Slipway.Server.Security.Tokens;

/// <summary>Says whom a bearer token stands for: one of the owner's, a service account, or a node that wants to join.</summary>
/// <param name="statics">The owner's tokens.</param>
/// <param name="accounts">The tokens of service accounts.</param>
/// <param name="bootstrap">The tokens of joining nodes.</param>
/// <param name="cache">The server's objects, made fresh before they are looked at.</param>
internal sealed class TokenAuthentication(StaticTokens statics, AccountTokens accounts, BootstrapTokens bootstrap, WatchCache cache)
{
    /// <summary>The audience of the server itself.</summary>
    public IReadOnlyList<string> OwnAudiences => [accounts.Issuer];

    /// <summary>Whom a token stands for.</summary>
    /// <param name="token">The token.</param>
    /// <param name="audiences">It must be for one of these; a token that names no audience is for the server itself.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>Him and the audiences that fit, or null where the token is not good.</returns>
    public async ValueTask<TokenIdentity?> FindAsync(string token, IReadOnlyList<string> audiences, CancellationToken cancellation)
    {
        var identity = statics.Find(token);
        if (identity is null)
        {
            await cache.FreshAsync(cancellation);
            identity = BootstrapTokens.IsOne(token) ? bootstrap.Find(token) : JsonWebToken.Read(token) is { } web ? accounts.Check(web) : null;
        }

        if (identity is null)
        {
            return null;
        }

        var stated = identity.Audiences.Count > 0 ? identity.Audiences : OwnAudiences;
        var shared = stated.Intersect(audiences, StringComparer.Ordinal).ToList();
        return shared.Count > 0 ? identity with { Audiences = shared } : null;
    }
}
