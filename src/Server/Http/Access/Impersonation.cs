using Microsoft.AspNetCore.Http;
using Slipway.Runtime.Clients;
using Slipway.Server.Http.Requests;
using Slipway.Server.Security;
using Slipway.Server.Security.Rbac;
using Slipway.Server.Security.Tokens;

namespace Slipway.Server.Http.Access;

/// <summary>
/// Speaking in another's name: the headers <c>Impersonate-User</c>, <c>-Group</c>, <c>-Uid</c> and <c>-Extra-KEY</c>, each of
/// which needs the verb <c>impersonate</c> on what it names.
/// </summary>
/// <param name="authorizer">Who may.</param>
internal sealed class Impersonation(Authorizer authorizer)
{
    private const string User = "Impersonate-User";
    private const string Group = "Impersonate-Group";
    private const string Uid = "Impersonate-Uid";
    private const string Extra = "Impersonate-Extra-";
    private const string Authentication = "authentication.k8s.io";

    /// <summary>Whether a request speaks in another's name.</summary>
    /// <param name="headers">Its headers.</param>
    public static bool IsWanted(IHeaderDictionary headers) =>
        headers.ContainsKey(User) || headers.ContainsKey(Group) || headers.ContainsKey(Uid)
        || headers.Keys.Any(k => k.StartsWith(Extra, StringComparison.OrdinalIgnoreCase));

    /// <summary>In whose name the request speaks.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="headers">The request's headers.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ApiException">400: no user is named; 403: the caller may not.</exception>
    public async ValueTask<Caller> ResolveAsync(Caller caller, IHeaderDictionary headers, CancellationToken cancellation)
    {
        var user = headers[User].ToString();
        if (user.Length == 0)
        {
            throw Refusal.BadRequest($"the request names groups, a uid or extras to impersonate, but no user: add the header {User}");
        }

        var uid = headers[Uid].ToString();
        List<string> groups = [.. headers[Group].OfType<string>().Where(g => g.Length > 0)];
        var extra = ReadExtra(headers);
        foreach (var request in Requests(user, uid, groups, extra))
        {
            var decision = await authorizer.DecideAsync(caller, request, cancellation);
            if (!decision.Allowed)
            {
                throw Refusal.Forbidden(request, caller.Name, decision.Reason);
            }
        }

        return new Caller(user, Complete(user, groups)) { Uid = uid, Extra = extra };
    }

    private static IEnumerable<AccessRequest> Requests(string user, string uid, List<string> groups, Dictionary<string, IReadOnlyList<string>> extra)
    {
        yield return AccountTokens.AccountOf(user) is var (home, name)
            ? new AccessRequest { Verb = "impersonate", Version = "v1", Resource = "serviceaccounts", Namespace = home, Name = name }
            : new AccessRequest { Verb = "impersonate", Version = "v1", Resource = "users", Name = user };
        foreach (var group in groups)
        {
            yield return new AccessRequest { Verb = "impersonate", Version = "v1", Resource = "groups", Name = group };
        }

        foreach (var (key, values) in extra)
        {
            foreach (var value in values)
            {
                yield return new AccessRequest
                {
                    Verb = "impersonate", Group = Authentication, Version = "v1", Resource = "userextras", Subresource = key, Name = value,
                };
            }
        }

        if (uid.Length > 0)
        {
            yield return new AccessRequest { Verb = "impersonate", Group = Authentication, Version = "v1", Resource = "uids", Name = uid };
        }
    }

    private static Dictionary<string, IReadOnlyList<string>> ReadExtra(IHeaderDictionary headers)
    {
        var extra = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var (name, values) in headers.Where(h => h.Key.StartsWith(Extra, StringComparison.OrdinalIgnoreCase)))
        {
            extra[Uri.UnescapeDataString(name[Extra.Length..]).ToLowerInvariant()] = [.. values.OfType<string>()];
        }

        return extra;
    }

    private static IReadOnlyList<string> Complete(string user, List<string> groups)
    {
        if (groups.Count == 0 && AccountTokens.AccountOf(user) is var (home, _))
        {
            groups.AddRange(AccountTokens.GroupsOf(home));
        }

        var usual = user == Caller.Anonymous.Name ? Caller.Unauthenticated : Caller.Authenticated;
        if (!groups.Contains(Caller.Authenticated) && !groups.Contains(Caller.Unauthenticated))
        {
            groups.Add(usual);
        }

        return groups;
    }
}
