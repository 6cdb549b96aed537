namespace Slipway.Server.Security.Rbac;

/// <summary>The roles and bindings with which every server begins, read once for all servers of the process.</summary>
internal static class DefaultRoles
{
    /// <summary>The prefix of the labels by which roles are taken up by others.</summary>
    public const string LabelPrefix = "rbac.authorization.k8s.io/";

    private static readonly Dictionary<string, string[]> VerbWords = new()
    {
        ["READ"] = ["get", "list", "watch"],
        ["WRITE"] = ["create", "delete", "deletecollection", "patch", "update"],
        ["ALL"] = ["create", "delete", "deletecollection", "get", "list", "patch", "update", "watch"],
    };

    private static readonly string[] Lines = DefaultRoleText.Lines.Split('\n');

    /// <summary>The roles.</summary>
    public static IReadOnlyList<DefaultRole> Roles { get; } = Gather(ReadRoles());

    /// <summary>The bindings; each names a role above.</summary>
    public static IReadOnlyList<Binding> Bindings { get; } = [.. Lines.Where(l => l.StartsWith("bind ", StringComparison.Ordinal)).Select(ReadBinding)];

    /// <summary>Both, laid out for decisions.</summary>
    public static RoleBook Book { get; } = new(
        Roles.Where(r => r.Namespace.Length == 0).Select(r => KeyValuePair.Create(r.Name, r.Rules)),
        Roles.Where(r => r.Namespace.Length > 0).Select(r => KeyValuePair.Create($"{r.Namespace}/{r.Name}", r.Rules)),
        Bindings);

    /// <summary>The rules of a role that takes up others.</summary>
    /// <param name="roles">The roles taken up with their rules.</param>
    /// <returns>Each rule once, by the names of the roles.</returns>
    public static IReadOnlyList<PolicyRule> Union(IEnumerable<(string Name, IReadOnlyList<PolicyRule> Rules)> roles) =>
        [.. roles.OrderBy(r => r.Name, StringComparer.Ordinal).SelectMany(r => r.Rules).Distinct()];

    private static List<DefaultRole> ReadRoles()
    {
        var roles = new List<DefaultRole>();
        foreach (var line in Lines)
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words[0] == "role")
            {
                var (home, name) = Address(words[1]);
                roles.Add(new DefaultRole(name, home, words.Length > 2 ? words[2] : "", "", []));
            }
            else if (words[0] == "gathers")
            {
                roles[^1] = roles[^1] with { Gathers = words[1] };
            }
            else if (words[0] != "bind")
            {
                roles[^1] = roles[^1] with { Rules = [.. roles[^1].Rules, ReadRule(line)] };
            }
        }

        return roles;
    }

    /// <summary>Fills in the rules of those that take up others; those taken up stand below in the order of dependence.</summary>
    private static List<DefaultRole> Gather(List<DefaultRole> roles)
    {
        for (var i = roles.Count - 1; i >= 0; i--)
        {
            if (roles[i].Gathers is { Length: > 0 } label)
            {
                roles[i] = roles[i] with { Rules = Union(roles.Where(r => r.Label == label).Select(r => (r.Name, r.Rules))) };
            }
        }

        return roles;
    }

    private static PolicyRule ReadRule(string line)
    {
        if (line.Contains('@', StringComparison.Ordinal))
        {
            var halves = line.Split('@');
            return new PolicyRule { Verbs = Verbs(halves[0]), NonResourceUrls = Words(halves[1]) };
        }

        var parts = line.Split('|');
        return new PolicyRule
        {
            Verbs = Verbs(parts[0]),
            ApiGroups = [.. Words(parts[1]).Select(g => g == "core" ? "" : g)],
            Resources = Words(parts[2]),
            ResourceNames = parts.Length > 3 ? Words(parts[3]) : [],
        };
    }

    private static Binding ReadBinding(string line)
    {
        var halves = line["bind ".Length..].Split(" to", 2);
        var words = Words(halves[0]);
        var (home, name) = Address(words[0]);
        var role = words.Length > 2 ? words[2] : name;
        return new Binding(name, home, home.Length > 0 ? "Role" : "ClusterRole", role, [.. Words(halves[1]).Select(ReadSubject)]);
    }

    private static Subject ReadSubject(string word)
    {
        var name = word[2..];
        if (word[0] != 's')
        {
            return new Subject(word[0] == 'u' ? "User" : "Group", name, "");
        }

        var (home, account) = Address(name);
        return new Subject("ServiceAccount", account, home);
    }

    private static (string Namespace, string Name) Address(string word)
    {
        var slash = word.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? ("", word) : (word[..slash], word[(slash + 1)..]);
    }

    private static string[] Verbs(string text) => [.. Words(text).SelectMany(w => VerbWords.GetValueOrDefault(w, [w]))];

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
