using Slipway.Api.Crds;

namespace Slipway.Api.Core.Clusters;

/// <summary>Ranges of addresses.</summary>
public sealed record NetworkRanges
{
    /// <summary>The ranges, each as in "192.168.0.0/16".</summary>
    [Required]
    [Limits(MinItems = 1, MaxItems = 100)]
    [AtomicList]
    [ItemLimits(MinLength = 1, MaxLength = 43)]
    public IReadOnlyList<string> CidrBlocks { get; init => field = value ?? []; } = [];
}
