using Slipway.Api.Bootstrap.Files;
using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Bootstrap.Files;

/// <summary>The partition.</summary>
internal sealed record Partition
{
    /// <summary>The device.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 256)]
    public string Device { get; init => field = value ?? ""; } = "";

    /// <summary>The disk layout.</summary>
    [Limits(MinItems = 1, MaxItems = 100)]
    public IReadOnlyList<PartitionSpec> DiskLayout { get; init => field = value ?? []; } = [];

    /// <summary>The layout.</summary>
    [Required]
    public bool Layout { get; init; }

    /// <summary>The overwrite.</summary>
    public bool? Overwrite { get; init; }

    /// <summary>The table type.</summary>
    [Allowed("mbr", "gpt")]
    public string? TableType { get; init; }
}
