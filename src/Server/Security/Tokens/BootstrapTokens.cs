using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Slipway.Server.Objects;
using Slipway.Server.Watching;

namespace Slipway.Server.Security.Tokens;

/// <summary>
/// Tokens with which new nodes join: <c>id.secret</c>, held in Secrets <c>bootstrap-token-ID</c> of the namespace
/// <c>kube-system</c>.
/// </summary>
/// <param name="cache">The server's objects.</param>
/// <param name="clock">Whether a token is still good.</param>
internal sealed class BootstrapTokens(WatchCache cache, TimeProvider clock)
{
    private const int IdLength = 6;
    private const int SecretLength = 16;
    private const string Group = "system:bootstrappers";

    /// <summary>Whether a text has the form of such a token.</summary>
    /// <param name="token">The text.</param>
    public static bool IsOne(string token) =>
        token.Length == IdLength + 1 + SecretLength
        && token[IdLength] == '.'
        && token.AsSpan(0, IdLength).IndexOfAnyExcept(Letters) < 0
        && token.AsSpan(IdLength + 1).IndexOfAnyExcept(Letters) < 0;

    /// <summary>Whom a token stands for, or null; the cache must be fresh.</summary>
    /// <param name="token">The token, of the right form.</param>
    public TokenIdentity? Find(string token)
    {
        var id = token[..IdLength];
        if (cache.Kind("/registry/secrets/").Find($"kube-system/bootstrap-token-{id}") is not { Head.IsDeleting: false } secret)
        {
            return null;
        }

        var tree = secret.Tree();
        var content = tree["data"] as JsonObject;
        var known = Text(content, "token-secret");
        var isRight = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(known), Encoding.UTF8.GetBytes(token[(IdLength + 1)..]));
        if (!isRight
            || Meta.String(tree, "type") != "bootstrap.kubernetes.io/token"
            || Text(content, "token-id") != id
            || Text(content, "usage-bootstrap-authentication") != "true"
            || IsOver(Text(content, "expiration")))
        {
            return null;
        }

        var extra = Text(content, "auth-extra-groups").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return extra.All(g => g.StartsWith(Group + ":", StringComparison.Ordinal))
            ? new TokenIdentity(new Caller($"system:bootstrap:{id}", [Group, .. extra, Caller.Authenticated]), [])
            : null;
    }

    private static System.Buffers.SearchValues<char> Letters { get; } = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789");

    private bool IsOver(string expiration) =>
        expiration.Length > 0
        && (!DateTimeOffset.TryParse(expiration, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var end) || end <= clock.GetUtcNow());

    private static string Text(JsonObject? content, string name)
    {
        var encoded = Meta.String(content, name);
        var bytes = new byte[encoded.Length];
        return Convert.TryFromBase64String(encoded, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : "";
    }
}
