using System.Text;
using System.Text.Json.Nodes;
using Slipway.Server.Objects;

namespace Slipway.Server.Security.Rbac;

/// <summary>
/// A default role or binding as the bytes that are stored, made once for all servers of the process: a server copies them
/// and puts in what is its own, which always has the same length.
/// </summary>
internal sealed class DefaultObject
{
    private const string Uid = "00000000-0000-0000-0000-000000000000";
    private const string Time = "2000-01-01T00:00:00Z";
    private const string Group = "rbac.authorization.k8s.io";

    private readonly byte[] _stored;
    private readonly int _uidAt;
    private readonly int _timeAt;

    private DefaultObject(string kind, string plural, string home, JsonObject value)
    {
        Kind = kind;
        Key = $"/registry/{plural}/{(home.Length > 0 ? home + "/" : "")}{Meta.Text(value, "name")}";
        Value = value;
        _stored = ObjectBytes.Write(value);
        _uidAt = _stored.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Uid));
        _timeAt = _stored.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Time));
    }

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DefaultObject> All { get; } =
    [
        .. DefaultRoles.Roles.Select(OfRole), .. DefaultRoles.Bindings.Select(OfBinding),
    ];

    /// <summary>The kind.</summary>
    public string Kind { get; }

    /// <summary>The key in the store.</summary>
    public string Key { get; }

    /// <summary>The object as a tree; read-only.</summary>
    public JsonObject Value { get; }

    /// <summary>The stored form for one server.</summary>
    /// <param name="uid">The object's uid.</param>
    /// <param name="time">When it is made, as metadata writes it.</param>
    public byte[] For(string uid, string time)
    {
        var copy = (byte[])_stored.Clone();
        Encoding.ASCII.GetBytes(uid, copy.AsSpan(_uidAt, Uid.Length));
        Encoding.ASCII.GetBytes(time, copy.AsSpan(_timeAt, Time.Length));
        return copy;
    }

    private static DefaultObject OfRole(DefaultRole role)
    {
        var kind = role.Namespace.Length > 0 ? "Role" : "ClusterRole";
        var value = Begin(kind, role.Name, role.Namespace, role.Label);
        if (role.Gathers.Length > 0)
        {
            var labels = new JsonObject { [DefaultRoles.LabelPrefix + role.Gathers] = "true" };
            value["aggregationRule"] = new JsonObject { ["clusterRoleSelectors"] = new JsonArray(new JsonObject { ["matchLabels"] = labels }) };
        }

        value["rules"] = new JsonArray([.. role.Rules.Select(r => (JsonNode)r.ToJson())]);
        return new DefaultObject(kind, kind.ToLowerInvariant() + "s", role.Namespace, value);
    }

    private static DefaultObject OfBinding(Binding binding)
    {
        var kind = binding.Namespace.Length > 0 ? "RoleBinding" : "ClusterRoleBinding";
        var value = Begin(kind, binding.Name, binding.Namespace, "");
        value["roleRef"] = new JsonObject { ["apiGroup"] = Group, ["kind"] = binding.RoleKind, ["name"] = binding.RoleName };
        if (binding.Subjects.Count > 0)
        {
            value["subjects"] = new JsonArray([.. binding.Subjects.Select(s => (JsonNode)OfSubject(s))]);
        }

        return new DefaultObject(kind, kind.ToLowerInvariant() + "s", binding.Namespace, value);
    }

    private static JsonObject OfSubject(Subject subject) => subject.Kind == "ServiceAccount"
        ? new JsonObject { ["kind"] = subject.Kind, ["name"] = subject.Name, ["namespace"] = subject.Namespace }
        : new JsonObject { ["apiGroup"] = Group, ["kind"] = subject.Kind, ["name"] = subject.Name };

    private static JsonObject Begin(string kind, string name, string home, string label)
    {
        var labels = new JsonObject { ["kubernetes.io/bootstrapping"] = "rbac-defaults" };
        if (label.Length > 0)
        {
            labels[DefaultRoles.LabelPrefix + label] = "true";
        }

        var metadata = new JsonObject { ["name"] = name };
        if (home.Length > 0)
        {
            metadata["namespace"] = home;
        }

        metadata["uid"] = Uid;
        metadata["creationTimestamp"] = Time;
        metadata["labels"] = labels;
        metadata["annotations"] = new JsonObject { [DefaultRoles.LabelPrefix + "autoupdate"] = "true" };
        return new JsonObject { ["apiVersion"] = Group + "/v1", ["kind"] = kind, ["metadata"] = metadata };
    }
}
