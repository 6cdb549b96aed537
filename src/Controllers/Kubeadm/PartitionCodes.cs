namespace Slipway.Controllers.Kubeadm;

/// <summary>Partition types by name, as cloud-init's partitioner takes them.</summary>
internal static class PartitionCodes
{
    /// <summary>The code of a type; what is no known name is taken as it is.</summary>
    /// <param name="type">A name such as <c>LinuxSwap</c>, or a partition GUID.</param>
    public static string Of(string type) => type switch
    {
        "Linux" => "83",
        "LinuxSwap" => "82",
        "LinuxRAID" => "fd",
        "LVM" => "8e",
        "Fat32" => "0c",
        "NTFS" => "07",
        "LinuxExtended" => "85",
        _ => type,
    };
}
