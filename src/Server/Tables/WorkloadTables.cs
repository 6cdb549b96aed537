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

    private static readonly TableColumn Selector = Wide(Made("Selector", json => Selectors.Show(At(json, "spec", "selector"))));

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
}
