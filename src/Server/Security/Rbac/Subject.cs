namespace Slipway.Server.Security.Rbac;

/// <summary>Somebody whom a binding gives a role.</summary>
/// <param name="Kind"><c>User</c>, <c>Group</c> or <c>ServiceAccount</c>.</param>
/// <param name="Name">The name.</param>
/// <param name="Namespace">The namespace of a service account; else empty.</param>
internal sealed record Subject(string Kind, string Name, string Namespace)
{
    /// <summary>The word under which callers find what is theirs; see <see cref="OfUser"/> and <see cref="OfGroup"/>. Empty for nobody.</summary>
    public string Key => Kind switch
    {
        "User" => OfUser(Name),
        "Group" => OfGroup(Name),
        "ServiceAccount" when Namespace.Length > 0 => OfUser($"system:serviceaccount:{Namespace}:{Name}"),
        _ => "",
    };

    /// <summary>The key of a user.</summary>
    /// <param name="name">The user.</param>
    public static string OfUser(string name) => "u:" + name;

    /// <summary>The key of a group.</summary>
    /// <param name="name">The group.</param>
    public static string OfGroup(string name) => "g:" + name;

    /// <summary>The subject as reasons name it.</summary>
    public override string ToString() => Kind == "ServiceAccount" ? $"{Kind} \"{Name}/{Namespace}\"" : $"{Kind} \"{Name}\"";
}
