using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Bootstrap.Files;

/// <summary>The filesystem setup.</summary>
internal sealed record FilesystemSetup
{
    /// <summary>The device.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 256)]
    public string Device { get; init => field = value ?? ""; } = "";

    /// <summary>The extra opts.</summary>
    [Limits(MaxItems = 100)]
    [ItemLimits(MinLength = 1, MaxLength = 256)]
    public IReadOnlyList<string> ExtraOpts { get; init => field = value ?? []; } = [];

    /// <summary>The filesystem.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 128)]
    public string Filesystem { get; init => field = value ?? ""; } = "";

    /// <summary>The label.</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? Label { get; init; }

    /// <summary>The overwrite.</summary>
    public bool? Overwrite { get; init; }

    /// <summary>The partition.</summary>
    [Limits(MinLength = 1, MaxLength = 128)]
    public string? Partition { get; init; }

    /// <summary>The replace FS.</summary>
    [Limits(MinLength = 1, MaxLength = 128)]
    public string? ReplaceFS { get; init; }
}
