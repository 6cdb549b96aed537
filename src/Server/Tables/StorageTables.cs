using System.Text.Json.Nodes;
using Slipway.Machinery.Objects;
using static Slipway.Server.Tables.Columns;

namespace Slipway.Server.Tables;

/// <summary>The columns of volumes, and of endpoints.</summary>
internal static class StorageTables
{
    private const int MostEndpoints = 3;

    private static readonly TableColumn VolumeMode = Wide(Or("VolumeMode", "<unset>", "spec", "volumeMode"));

    /// <summary>The kinds with their columns.</summary>
    public static IEnumerable<KeyValuePair<GroupKind, IReadOnlyList<TableColumn>>> All { get; } =
    [
        new(new("", "PersistentVolumeClaim"),
        [
            Name, Made("Status", json => Deleted(json) ?? Text(json, "status", "phase")), Of("Volume", "spec", "volumeName"),
            Of("Capacity", "status", "capacity", "storage"), Made("Access Modes", json => Modes(At(json, "status", "accessModes"))),
            Of("StorageClass", "spec", "storageClassName"), Or("VolumeAttributesClass", "<unset>", "spec", "volumeAttributesClassName"), Age, VolumeMode,
        ]),
        new(new("", "PersistentVolume"),
        [
            Name, Of("Capacity", "spec", "capacity", "storage"), Made("Access Modes", json => Modes(At(json, "spec", "accessModes"))),
            Of("Reclaim Policy", "spec", "persistentVolumeReclaimPolicy"), Made("Status", json => Deleted(json) ?? Text(json, "status", "phase")),
            Made("Claim", json => At(json, "spec", "claimRef") is { } claim ? $"{Text(claim, "namespace")}/{Text(claim, "name")}" : ""),
            Of("StorageClass", "spec", "storageClassName"), Or("VolumeAttributesClass", "<unset>", "spec", "volumeAttributesClassName"),
            Of("Reason", "status", "reason"), Age, VolumeMode,
        ]),
        new(new("storage.k8s.io", "StorageClass"),
        [
            Name, Of("Provisioner", "provisioner"), Or("ReclaimPolicy", "Delete", "reclaimPolicy"), Or("VolumeBindingMode", "Immediate", "volumeBindingMode"),
            new("AllowVolumeExpansion", "string", (json, _) => Text(json, "allowVolumeExpansion") == "true"), Age,
        ]),
        new(new("storage.k8s.io", "VolumeAttachment"),
        [
            Name, Of("Attacher", "spec", "attacher"), Of("PV", "spec", "source", "persistentVolumeName"), Of("Node", "spec", "nodeName"),
            new("Attached", "boolean", (json, _) => Text(json, "status", "attached") == "true"), Age,
        ]),
        new(new("", "Endpoints"), [Name, Made("Endpoints", Endpoints), Age]),
    ];

    private static string? Deleted(JsonObject json) => Text(json, "metadata", "deletionTimestamp").Length > 0 ? "Terminating" : null;

    private static string Modes(JsonNode? modes) => string.Join(',', (modes as JsonArray ?? []).Select(m => Text(m) switch
    {
        "ReadWriteOnce" => "RWO",
        "ReadOnlyMany" => "ROX",
        "ReadWriteMany" => "RWX",
        "ReadWriteOncePod" => "RWOP",
        var other => other,
    }));

    private static string Endpoints(JsonObject json)
    {
        var all = (from subset in List(json, "subsets")
                   from port in List(subset, "ports").DefaultIfEmpty()
                   from address in List(subset, "addresses")
                   select port is null ? Text(address, "ip") : $"{Text(address, "ip")}:{Whole(port, "port")}").ToList();
        return all.Count > MostEndpoints
            ? $"{string.Join(',', all.Take(MostEndpoints))} + {all.Count - MostEndpoints} more..."
            : Joined(all);
    }
}
