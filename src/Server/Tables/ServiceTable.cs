using System.Text.Json.Nodes;
using static Slipway.Server.Tables.Columns;

namespace Slipway.Server.Tables;

/// <summary>The columns of Services.</summary>
internal static class ServiceTable
{
    /// <summary>The columns.</summary>
    public static IReadOnlyList<TableColumn> Columns { get; } =
    [
        Name,
        Of("Type", "spec", "type"),
        Or("Cluster-IP", "<none>", "spec", "clusterIP"),
        Made("External-IP", ExternalIp),
        Made("Port(s)", json => Joined(List(json, "spec", "ports").Select(Port))),
        Age,
        Wide(Made("Selector", json => Pairs(At(json, "spec", "selector")))),
    ];

    private static string ExternalIp(JsonObject json)
    {
        if (Text(json, "spec", "type") == "ExternalName")
        {
            return Text(json, "spec", "externalName");
        }

        var addresses = List(json, "status", "loadBalancer", "ingress")
            .Select(i => Text(i, "ip") is { Length: > 0 } ip ? ip : Text(i, "hostname"))
            .Concat((At(json, "spec", "externalIPs") as JsonArray ?? []).Select(i => Text(i)));
        var joined = Joined(addresses);
        return joined == "<none>" && Text(json, "spec", "type") == "LoadBalancer" ? "<pending>" : joined;
    }

    private static string Port(JsonObject port)
    {
        var number = Text(port, "port");
        var node = Whole(port, "nodePort");
        var protocol = Text(port, "protocol") is { Length: > 0 } named ? named : "TCP";
        return node > 0 ? $"{number}:{node}/{protocol}" : $"{number}/{protocol}";
    }
}
