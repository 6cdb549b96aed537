using System.Text.Json.Nodes;
using Slipway.Machinery.Json;
using Slipway.Server.Failures;
using Slipway.Server.Objects;
using Slipway.Server.Resources;

namespace Slipway.Server.Security.Rbac;

/// <summary>
/// Keeps callers from giving what they do not have: whoever writes a role must have all its permissions, or the verb
/// <c>escalate</c> on it; whoever binds a role must have all its permissions, or the verb <c>bind</c> on it.
/// </summary>
/// <param name="roles">The roles and bindings.</param>
internal sealed class EscalationGate(LiveRoles roles)
{
    private const string Group = "rbac.authorization.k8s.io";

    private static readonly IReadOnlyList<PolicyRule> Everything =
    [
        new() { Verbs = ["*"], ApiGroups = ["*"], Resources = ["*"] },
        new() { Verbs = ["*"], NonResourceUrls = ["*"] },
    ];

    /// <summary>Checks a write; the cache must be as fresh as the write needs it.</summary>
    /// <param name="caller">Who writes.</param>
    /// <param name="definition">The kind.</param>
    /// <param name="value">The object as it would be stored, known to be valid.</param>
    /// <param name="old">The object as it is stored now; null for a new one.</param>
    /// <exception cref="Runtime.Clients.ApiException">403: it would give more than the caller has; 404: the role to bind does not exist.</exception>
    public void Check(Caller caller, ResourceDefinition definition, JsonObject value, JsonObject? old)
    {
        if (definition.Kind.Group != Group || caller.IsMaster)
        {
            return;
        }

        switch (definition.Kind.Kind)
        {
            case "Role" or "ClusterRole":
                CheckRole(caller, definition, value, old);
                break;
            case "RoleBinding" or "ClusterRoleBinding":
                CheckBinding(caller, definition, value, old);
                break;
        }
    }

    /// <summary>
    /// Checks that a write to an object that does not exist may make it: who may only <c>update</c> or <c>patch</c> may not;
    /// the cache must be as fresh as the write needs it.
    /// </summary>
    /// <param name="caller">Who writes.</param>
    /// <param name="definition">The kind.</param>
    /// <param name="name">The object's name.</param>
    /// <param name="namespace">Its namespace; empty for cluster scope.</param>
    /// <exception cref="Runtime.Clients.ApiException">403: the caller may not create it.</exception>
    public void CheckCreate(Caller caller, ResourceDefinition definition, string name, string @namespace)
    {
        if (caller.IsMaster)
        {
            return;
        }

        var request = new AccessRequest { Verb = "create", Group = definition.Kind.Group, Resource = definition.Plural, Name = name, Namespace = @namespace };
        if (!Authorizer.Decide(roles.Current(), caller, request).Allowed)
        {
            throw Refuse.Forbidden(definition.Kind.Group, definition.Plural, name, request.Denial(caller.Name));
        }
    }

    private void CheckRole(Caller caller, ResourceDefinition definition, JsonObject value, JsonObject? old)
    {
        if (old is not null && IsSame(old, value, "rules") && IsSame(old, value, "aggregationRule"))
        {
            return;
        }

        var book = roles.Current();
        var (name, home) = (Meta.Text(value, "name"), Meta.Text(value, "namespace"));
        if (May(book, caller, "escalate", definition.Plural, name, home))
        {
            return;
        }

        Confirm(book, caller, home, PolicyRule.Of(value), definition.Plural, name);
        if (value["aggregationRule"] is not null || old?["aggregationRule"] is not null)
        {
            // Such a role takes up whatever is labelled for it later: only who has everything may decide about that.
            Confirm(book, caller, home, Everything, definition.Plural, name);
        }
    }

    private void CheckBinding(Caller caller, ResourceDefinition definition, JsonObject value, JsonObject? old)
    {
        if (old is not null && IsSame(old, value, "roleRef") && IsSame(old, value, "subjects"))
        {
            return;
        }

        var book = roles.Current();
        var binding = Binding.Read(value);
        var resource = binding.RoleKind == "Role" ? "roles" : "clusterroles";
        if (May(book, caller, "bind", resource, binding.RoleName, binding.Namespace))
        {
            return;
        }

        var rules = book.Rules(binding.RoleKind, binding.RoleName, binding.Namespace) ?? throw Refuse.NotFound(Group, resource, binding.RoleName);
        Confirm(book, caller, binding.Namespace, rules, definition.Plural, binding.Name);
    }

    private static bool May(RoleBook book, Caller caller, string verb, string resource, string name, string @namespace)
    {
        var request = new AccessRequest { Verb = verb, Group = Group, Resource = resource, Name = name, Namespace = @namespace };
        return Authorizer.Decide(book, caller, request).Allowed;
    }

    private static void Confirm(RoleBook book, Caller caller, string @namespace, IReadOnlyList<PolicyRule> rules, string plural, string name)
    {
        var own = book.For(caller, @namespace).SelectMany(g => g.Rules ?? []).ToList();
        var missing = RuleCover.Missing(own, rules);
        if (missing.Count > 0)
        {
            var groups = string.Join(' ', caller.Groups.Select(g => $"\"{g}\""));
            var told = string.Join('\n', missing.Select(m => m.ToString()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
            throw Refuse.Forbidden(
                Group,
                plural,
                name,
                $"user \"{caller.Name}\" (groups=[{groups}]) is attempting to grant RBAC permissions not currently held:\n{told}");
        }
    }

    private static bool IsSame(JsonObject old, JsonObject value, string member) => JsonEquality.AreEqual(old[member], value[member]);
}
