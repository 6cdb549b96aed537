using Slipway.Api.Bootstrap.Files;
using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Bootstrap.Files;

/// <summary>One disk to partition.</summary>
internal sealed record Partition
{
    /// <summary>The disk, as in "/dev/sdb".</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 256)]
    public string Device { get; init => field = value ?? ""; } = "";

    /// <summary>The partitions, in place of layout.</summary>
    [Limits(MinItems = 1, MaxItems = 100)]
    public IReadOnlyList<PartitionSpec> DiskLayout { get; init => field = value ?? []; } = [];

    /// <summary>Whether the disk gets one partition over its whole size.</summary>
    [Required]
    public bool Layout { get; init; }

    /// <summary>Whether partitions that are there are replaced.</summary>
    public bool? Overwrite { get; init; }

    /// <summary>The kind of partition table, "mbr" or "gpt"; mbr where absent.</summary>
    [Allowed("mbr", "gpt")]
    public string? TableType { get; init; }
}
