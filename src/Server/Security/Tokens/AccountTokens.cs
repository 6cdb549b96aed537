using System.Text.Json.Nodes;
using Slipway.Machinery.Objects;
using Slipway.Server.Objects;
using Slipway.Server.Watching;

namespace Slipway.Server.Security.Tokens;

/// <summary>
/// Tokens of service accounts: signed, bound to the account and maybe to a pod, secret or node, good for a while. A token is
/// good only while all of these exist with the uids that it names.
/// </summary>
/// <param name="keys">The keys.</param>
/// <param name="issuer">The issuer's name; also the audience of the server itself.</param>
/// <param name="cache">The server's objects.</param>
/// <param name="clock">The clock of validity.</param>
/// <param name="random">The ids of tokens.</param>
internal sealed class AccountTokens(TokenKeys keys, string issuer, WatchCache cache, TimeProvider clock, RandomSource random)
{
    private const string SubjectPrefix = "system:serviceaccount:";
    private const string Private = "kubernetes.io";
    private const string ExtraPrefix = "authentication.kubernetes.io/";

    /// <summary>The issuer's name.</summary>
    public string Issuer => issuer;

    /// <summary>The keys.</summary>
    public TokenKeys Keys => keys;

    /// <summary>The groups of a service account.</summary>
    /// <param name="namespace">The account's namespace.</param>
    public static IReadOnlyList<string> GroupsOf(string @namespace) =>
        ["system:serviceaccounts", $"system:serviceaccounts:{@namespace}", Caller.Authenticated];

    /// <summary>The namespace and name of the account that a user name stands for, or null for other users.</summary>
    /// <param name="user">The user name.</param>
    public static (string Namespace, string Name)? AccountOf(string user) =>
        user.StartsWith(SubjectPrefix, StringComparison.Ordinal) && user[SubjectPrefix.Length..].Split(':') is [{ Length: > 0 } home, { Length: > 0 } name]
            ? (home, name)
            : null;

    /// <summary>Makes a token.</summary>
    /// <param name="terms">What it says.</param>
    /// <param name="expires">When it ends.</param>
    public string Issue(TokenTerms terms, out DateTimeOffset expires)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        expires = DateTimeOffset.FromUnixTimeSeconds(now + (long)terms.Lifetime.TotalSeconds);
        var account = new JsonObject { ["namespace"] = terms.Namespace };
        foreach (var bound in terms.Bound)
        {
            account[bound.Kind] = new JsonObject { ["name"] = bound.Name, ["uid"] = bound.Uid };
        }

        account["serviceaccount"] = new JsonObject { ["name"] = terms.Name, ["uid"] = terms.Uid };
        return JsonWebToken.Write(keys.Signing, new JsonObject
        {
            ["aud"] = new JsonArray([.. terms.Audiences.Select(a => (JsonNode)a)]),
            ["exp"] = expires.ToUnixTimeSeconds(),
            ["iat"] = now,
            ["iss"] = issuer,
            ["jti"] = random.NextUid(),
            [Private] = account,
            ["nbf"] = now,
            ["sub"] = $"{SubjectPrefix}{terms.Namespace}:{terms.Name}",
        });
    }

    /// <summary>Whom a token stands for; the cache must be fresh.</summary>
    /// <param name="token">A token that names this issuer.</param>
    /// <returns>Him, or null where the token is not good.</returns>
    public TokenIdentity? Check(JsonWebToken token)
    {
        var claims = token.Claims;
        if (Meta.String(claims, "iss") != issuer
            || keys.Find(token.KeyId) is not { } key
            || key.Algorithm != token.Algorithm
            || !key.Verify(token.Signed, token.Signature)
            || !IsNow(claims)
            || claims[Private] is not JsonObject account)
        {
            return null;
        }

        var home = Meta.String(account, "namespace");
        var (name, uid) = Reference(account, "serviceaccount");
        if (name.Length == 0 || Meta.String(claims, "sub") != $"{SubjectPrefix}{home}:{name}" || !Exists("/registry/serviceaccounts/", $"{home}/{name}", uid))
        {
            return null;
        }

        var extra = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var kind in (string[])["pod", "secret", "node"])
        {
            var (boundName, boundUid) = Reference(account, kind);
            if (boundName.Length == 0)
            {
                continue;
            }

            // A node beside a pod only tells where the pod runs.
            var isTold = kind == "node" && account.ContainsKey("pod");
            if (!isTold && !Exists(BoundObject.Prefix(kind)!, kind == "node" ? boundName : $"{home}/{boundName}", boundUid))
            {
                return null;
            }

            if (kind != "secret")
            {
                extra[$"{ExtraPrefix}{kind}-name"] = [boundName];
                extra[$"{ExtraPrefix}{kind}-uid"] = [boundUid];
            }
        }

        extra[ExtraPrefix + "credential-id"] = [$"JTI={Meta.String(claims, "jti")}"];
        return new TokenIdentity(new Caller($"{SubjectPrefix}{home}:{name}", GroupsOf(home)) { Uid = uid, Extra = extra }, Audiences(claims));
    }

    private static IReadOnlyList<string> Audiences(JsonObject claims) =>
        claims["aud"] is JsonArray ? Meta.Strings(claims, "aud") : [Meta.String(claims, "aud")];

    private static (string Name, string Uid) Reference(JsonObject account, string kind)
    {
        var reference = account[kind] as JsonObject;
        return (Meta.String(reference, "name"), Meta.String(reference, "uid"));
    }

    private bool IsNow(JsonObject claims)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        return Meta.Whole(claims["exp"]) > now && (Meta.Whole(claims["nbf"]) ?? now) <= now;
    }

    private bool Exists(string prefix, string key, string uid) =>
        cache.Kind(prefix).Find(key) is { } found && uid.Length > 0 && found.Head.Uid == uid;
}
