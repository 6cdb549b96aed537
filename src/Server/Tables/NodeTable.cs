using System.Text.Json.Nodes;
using static Slipway.Server.Tables.Columns;

namespace Slipway.Server.Tables;

/// <summary>The columns of Nodes.</summary>
internal static class NodeTable
{
    private const string RolePrefix = "node-role.kubernetes.io/";

    /// <summary>The columns.</summary>
    public static IReadOnlyList<TableColumn> Columns { get; } =
    [
        Name,
        Made("Status", Status),
        Made("Roles", Roles),
        Age,
        Of("Version", "status", "nodeInfo", "kubeletVersion"),
        Wide(Made("Internal-IP", json => Address(json, "InternalIP"))),
        Wide(Made("External-IP", json => Address(json, "ExternalIP"))),
        Wide(Or("OS-Image", "<unknown>", "status", "nodeInfo", "osImage")),
        Wide(Or("Kernel-Version", "<unknown>", "status", "nodeInfo", "kernelVersion")),
        Wide(Or("Container-Runtime", "<unknown>", "status", "nodeInfo", "containerRuntimeVersion")),
    ];

    private static string Status(JsonObject json)
    {
        var ready = List(json, "status", "conditions").FirstOrDefault(c => Text(c, "type") == "Ready");
        var status = ready is null ? "Unknown" : Text(ready, "status") == "True" ? "Ready" : "NotReady";
        return Text(json, "spec", "unschedulable") == "true" ? status + ",SchedulingDisabled" : status;
    }

    private static string Roles(JsonObject json)
    {
        var roles = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (label, value) in At(json, "metadata", "labels") as JsonObject ?? [])
        {
            if (label.StartsWith(RolePrefix, StringComparison.Ordinal) && label.Length > RolePrefix.Length)
            {
                roles.Add(label[RolePrefix.Length..]);
            }
            else if (label == "kubernetes.io/role" && Text(value) is { Length: > 0 } role)
            {
                roles.Add(role);
            }
        }

        return Joined(roles);
    }

    private static string Address(JsonObject json, string type) =>
        List(json, "status", "addresses").FirstOrDefault(a => Text(a, "type") == type) is { } address ? Text(address, "address") : "<none>";
}
