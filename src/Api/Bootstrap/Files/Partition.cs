using Slipway.Api.Crds;

namespace Slipway.Api.Bootstrap.Files;

/// <summary>The partition.</summary>
[Rule("[has(self.layout),has(self.diskLayout)].filter(x,x==true).size() == 1", "exactly one of the fields in [layout diskLayout] must be set")]
public sealed record Partition
{
    /// <summary>The device.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 256)]
    public string Device { get; init => field = value ?? ""; } = "";

    /// <summary>The disk layout.</summary>
    [Limits(MinItems = 1, MaxItems = 100)]
    [AtomicList]
    public IReadOnlyList<PartitionSpec> DiskLayout { get; init => field = value ?? []; } = [];

    /// <summary>The layout.</summary>
    public bool? Layout { get; init; }

    /// <summary>The overwrite.</summary>
    public bool? Overwrite { get; init; }

    /// <summary>The table type.</summary>
    [Allowed("mbr", "gpt")]
    public string? TableType { get; init; }
}
