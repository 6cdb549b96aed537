namespace Slipway.Server.Security.Rbac;

/// <summary>All roles and bindings at one moment, laid out so that what is a caller's is found without a search. Immutable.</summary>
internal sealed class RoleBook
{
    private readonly Dictionary<string, IReadOnlyList<PolicyRule>> _clusterRoles;
    private readonly Dictionary<string, IReadOnlyList<PolicyRule>> _roles;
    private readonly Dictionary<string, List<(int Order, Grant Grant)>> _everywhere = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, List<(int Order, Grant Grant)>>> _local = new(StringComparer.Ordinal);

    /// <summary>Lays out roles and bindings.</summary>
    /// <param name="clusterRoles">The cluster roles by name.</param>
    /// <param name="roles">The roles by <c>namespace/name</c>.</param>
    /// <param name="bindings">The bindings of both kinds; where several allow the same, the first is named as the reason.</param>
    public RoleBook(
        IEnumerable<KeyValuePair<string, IReadOnlyList<PolicyRule>>> clusterRoles,
        IEnumerable<KeyValuePair<string, IReadOnlyList<PolicyRule>>> roles,
        IEnumerable<Binding> bindings)
    {
        _clusterRoles = new(clusterRoles, StringComparer.Ordinal);
        _roles = new(roles, StringComparer.Ordinal);
        var order = 0;
        foreach (var binding in bindings)
        {
            Add(binding, order++);
        }
    }

    /// <summary>The rules of a role, or null where there is no such role.</summary>
    /// <param name="kind"><c>Role</c> or <c>ClusterRole</c>.</param>
    /// <param name="name">The role.</param>
    /// <param name="namespace">The namespace of the binding that names it.</param>
    public IReadOnlyList<PolicyRule>? Rules(string kind, string name, string @namespace) =>
        kind == "Role" ? _roles.GetValueOrDefault($"{@namespace}/{name}") : _clusterRoles.GetValueOrDefault(name);

    /// <summary>What is a caller's: first what holds everywhere, then what holds in one namespace.</summary>
    /// <param name="caller">The caller.</param>
    /// <param name="namespace">The namespace; empty for what holds everywhere alone.</param>
    public IEnumerable<Grant> For(Caller caller, string @namespace)
    {
        foreach (var grant in Pick(_everywhere, caller))
        {
            yield return grant;
        }

        if (@namespace.Length > 0 && _local.TryGetValue(@namespace, out var local))
        {
            foreach (var grant in Pick(local, caller))
            {
                yield return grant;
            }
        }
    }

    private static IEnumerable<Grant> Pick(Dictionary<string, List<(int Order, Grant Grant)>> index, Caller caller)
    {
        var found = new List<(int Order, Grant Grant)>();
        if (index.TryGetValue(Subject.OfUser(caller.Name), out var own))
        {
            found.AddRange(own);
        }

        foreach (var group in caller.Groups)
        {
            if (index.TryGetValue(Subject.OfGroup(group), out var shared))
            {
                found.AddRange(shared);
            }
        }

        return found.OrderBy(f => f.Order).DistinctBy(f => f.Order).Select(f => f.Grant);
    }

    private void Add(Binding binding, int order)
    {
        var index = _everywhere;
        if (binding.Namespace.Length > 0 && !_local.TryGetValue(binding.Namespace, out index))
        {
            _local[binding.Namespace] = index = new(StringComparer.Ordinal);
        }

        var rules = Rules(binding.RoleKind, binding.RoleName, binding.Namespace);
        foreach (var subject in binding.Subjects)
        {
            if (subject.Key is not { Length: > 0 } key)
            {
                continue;
            }

            if (!index!.TryGetValue(key, out var grants))
            {
                index[key] = grants = [];
            }

            grants.Add((order, new Grant(binding, subject, rules)));
        }
    }
}
