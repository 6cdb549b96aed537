using System.Text.Json.Nodes;
using Slipway.Machinery.Objects;
using static Slipway.Server.Tables.Columns;

namespace Slipway.Server.Tables;

/// <summary>The columns of kinds that run pods.</summary>
internal static class WorkloadTables
{
    private static readonly IReadOnlyList<TableColumn> Containers =
    [
        Wide(Made("Containers", json => Joined(List(json, "spec", "template", "spec", "containers").Select(c => Text(c, "name"))))),
        Wide(Made("Images", json => Joined(List(json, "spec", "template", "spec", "containers").Select(c => Text(c, "image"))))),
    ];

    private static readonly TableColumn Selector = Wide(Made("Selector", Select));

    /// <summary>The kinds with their columns.</summary>
    public static IEnumerable<KeyValuePair<GroupKind, IReadOnlyList<TableColumn>>> All { get; } =
    [
        new(new("apps", "Deployment"),
        [
            Name, Ready("readyReplicas"), Number("Up-to-date", "status", "updatedReplicas"),
            Number("Available", "status", "availableReplicas"), Age, .. Containers, Selector,
        ]),
        new(new("apps", "ReplicaSet"),
        [
            Name, Number("Desired", "spec", "replicas"), Number("Current", "status", "replicas"),
            Number("Ready", "status", "readyReplicas"), Age, .. Containers, Selector,
        ]),
        new(new("apps", "StatefulSet"), [Name, Ready("readyReplicas"), Age, .. Containers]),
        new(new("apps", "DaemonSet"),
        [
            Name, Number("Desired", "status", "desiredNumberScheduled"), Number("Current", "status", "currentNumberScheduled"),
            Number("Ready", "status", "numberReady"), Number("Up-to-date", "status", "updatedNumberScheduled"),
            Number("Available", "status", "numberAvailable"),
            Made("Node Selector", json => Pairs(At(json, "spec", "template", "spec", "nodeSelector"))), Age, .. Containers, Selector,
        ]),
    ];

    private static TableColumn Ready(string ready) =>
        Made("Ready", json => $"{Whole(json, "status", ready)}/{(At(json, "spec", "replicas") is null ? 1 : Whole(json, "spec", "replicas"))}");

    private static string Select(JsonObject json)
    {
        var selector = At(json, "spec", "selector");
        var terms = new List<string>();
        if (Pairs(At(selector, "matchLabels")) is var pairs and not "<none>")
        {
            terms.Add(pairs);
        }

        foreach (var expression in List(selector, "matchExpressions"))
        {
            var key = Text(expression, "key");
            var values = string.Join(',', (At(expression, "values") as JsonArray ?? []).Select(v => Text(v)));
            terms.Add(Text(expression, "operator") switch
            {
                "Exists" => key,
                "DoesNotExist" => "!" + key,
                "NotIn" => $"{key} notin ({values})",
                _ => $"{key} in ({values})",
            });
        }

        return Joined(terms);
    }
}
