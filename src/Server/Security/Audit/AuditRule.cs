using System.Text.Json.Nodes;
using Slipway.Server.Objects;

namespace Slipway.Server.Security.Audit;

/// <summary>A rule of an audit policy: for these requests, this much. What it leaves empty fits everything.</summary>
internal sealed record AuditRule
{
    /// <summary>How much is written.</summary>
    public required AuditLevel Level { get; init; }

    /// <summary>The users.</summary>
    public IReadOnlyList<string> Users { get; init; } = [];

    /// <summary>Groups of which the user has one.</summary>
    public IReadOnlyList<string> UserGroups { get; init; } = [];

    /// <summary>The verbs.</summary>
    public IReadOnlyList<string> Verbs { get; init; } = [];

    /// <summary>The resources: group, names with subresource, names of objects.</summary>
    public IReadOnlyList<(string Group, IReadOnlyList<string> Resources, IReadOnlyList<string> Names)> Resources { get; init; } = [];

    /// <summary>The namespaces; an empty one stands for what lives in none.</summary>
    public IReadOnlyList<string> Namespaces { get; init; } = [];

    /// <summary>The pages; a <c>*</c> at the end stands for anything that follows.</summary>
    public IReadOnlyList<string> NonResourceUrls { get; init; } = [];

    /// <summary>Stages that are not written.</summary>
    public IReadOnlyList<string> OmitStages { get; init; } = [];

    /// <summary>Whether bodies are written without managed fields; null for what the policy says.</summary>
    public bool? OmitManagedFields { get; init; }

    /// <summary>Whether the rule is for a request.</summary>
    /// <param name="caller">Who asks; null where he is not known.</param>
    /// <param name="request">What he wants.</param>
    public bool Fits(Caller? caller, AccessRequest request)
    {
        if (!Holds(Users, caller?.Name ?? "")
            || !Holds(Verbs, request.Verb)
            || (UserGroups.Count > 0 && (caller is null || !UserGroups.Any(caller.Groups.Contains))))
        {
            return false;
        }

        if (Namespaces.Count > 0 || Resources.Count > 0)
        {
            return request.IsResource && Holds(Namespaces, request.Namespace) && (Resources.Count == 0 || Resources.Any(r => Fits(r, request)));
        }

        return NonResourceUrls.Count == 0 || (!request.IsResource && NonResourceUrls.Any(u => FitsPage(u, request.Path)));
    }

    /// <summary>Reads a rule.</summary>
    /// <param name="rule">The rule as written.</param>
    /// <param name="level">Its level.</param>
    public static AuditRule Read(JsonObject rule, AuditLevel level) => new()
    {
        Level = level,
        Users = Meta.Strings(rule, "users"),
        UserGroups = Meta.Strings(rule, "userGroups"),
        Verbs = Meta.Strings(rule, "verbs"),
        Namespaces = Meta.Strings(rule, "namespaces"),
        NonResourceUrls = Meta.Strings(rule, "nonResourceURLs"),
        OmitStages = Meta.Strings(rule, "omitStages"),
        OmitManagedFields = rule["omitManagedFields"] is JsonValue flag && flag.TryGetValue(out bool omit) ? omit : null,
        Resources =
        [
            .. (rule["resources"] as JsonArray ?? []).OfType<JsonObject>()
                .Select(r => (Meta.String(r, "group"), Meta.Strings(r, "resources"), Meta.Strings(r, "resourceNames"))),
        ],
    };

    private static bool Holds(IReadOnlyList<string> list, string word) => list.Count == 0 || list.Contains(word);

    private static bool Fits((string Group, IReadOnlyList<string> Resources, IReadOnlyList<string> Names) resource, AccessRequest request) =>
        resource.Group == request.Group
        && (resource.Names.Count == 0 || resource.Names.Contains(request.Name))
        && (resource.Resources.Count == 0 || resource.Resources.Any(r =>
            r == "*" || r == request.FullResource || (request.Subresource.Length > 0 && (r == $"*/{request.Subresource}" || r == $"{request.Resource}/*"))));

    private static bool FitsPage(string pattern, string path) =>
        pattern == "*" || pattern == path || (pattern.EndsWith('*') && path.StartsWith(pattern.TrimEnd('*'), StringComparison.Ordinal));
}
