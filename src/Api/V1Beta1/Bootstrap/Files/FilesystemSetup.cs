using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Bootstrap.Files;

/// <summary>One file system to make.</summary>
internal sealed record FilesystemSetup
{
    /// <summary>The disk or partition, as in "/dev/sdb".</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 256)]
    public string Device { get; init => field = value ?? ""; } = "";

    /// <summary>Further options of the program that makes it.</summary>
    [Limits(MaxItems = 100)]
    [ItemLimits(MinLength = 1, MaxLength = 256)]
    public IReadOnlyList<string> ExtraOpts { get; init => field = value ?? []; } = [];

    /// <summary>The type, for example "ext4".</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 128)]
    public string Filesystem { get; init => field = value ?? ""; } = "";

    /// <summary>The label; "None" for none.</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? Label { get; init; }

    /// <summary>Whether one that is there is replaced.</summary>
    public bool? Overwrite { get; init; }

    /// <summary>Which partition is meant: a number, "auto", "any" or "none".</summary>
    [Limits(MinLength = 1, MaxLength = 128)]
    public string? Partition { get; init; }

    /// <summary>The type of file system that may be replaced, for disks that come formatted.</summary>
    [Limits(MinLength = 1, MaxLength = 128)]
    public string? ReplaceFS { get; init; }
}
