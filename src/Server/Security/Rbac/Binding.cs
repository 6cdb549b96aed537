using System.Text.Json.Nodes;
using Slipway.Server.Objects;

namespace Slipway.Server.Security.Rbac;

/// <summary>A role given to subjects, everywhere or in one namespace. Immutable.</summary>
/// <param name="Name">The binding's name.</param>
/// <param name="Namespace">Where it holds; empty for everywhere.</param>
/// <param name="RoleKind"><c>Role</c> or <c>ClusterRole</c>.</param>
/// <param name="RoleName">The role.</param>
/// <param name="Subjects">To whom.</param>
internal sealed record Binding(string Name, string Namespace, string RoleKind, string RoleName, IReadOnlyList<Subject> Subjects)
{
    /// <summary>Reads a binding.</summary>
    /// <param name="value">A RoleBinding or ClusterRoleBinding.</param>
    public static Binding Read(JsonObject value)
    {
        var role = value["roleRef"] as JsonObject;
        var home = Meta.Text(value, "namespace");
        return new Binding(
            Meta.Text(value, "name"),
            home,
            Meta.String(role, "kind"),
            Meta.String(role, "name"),
            [.. (value["subjects"] as JsonArray ?? []).OfType<JsonObject>().Select(s => ReadSubject(s, home))]);
    }

    /// <summary>The sentence part that tells what a permission comes from.</summary>
    /// <param name="subject">The subject through which it is the caller's.</param>
    public string Source(Subject subject) => Namespace.Length == 0
        ? $"ClusterRoleBinding \"{Name}\" of {RoleKind} \"{RoleName}\" to {subject}"
        : $"RoleBinding \"{Name}/{Namespace}\" of {RoleKind} \"{RoleName}\" to {subject}";

    private static Subject ReadSubject(JsonObject subject, string home)
    {
        var kind = Meta.String(subject, "kind");
        var stated = Meta.String(subject, "namespace");
        return new Subject(kind, Meta.String(subject, "name"), kind != "ServiceAccount" ? "" : stated.Length > 0 ? stated : home);
    }
}
