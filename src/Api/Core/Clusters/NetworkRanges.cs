using Slipway.Api.Crds;

namespace Slipway.Api.Core.Clusters;

/// <summary>The network ranges.</summary>
public sealed record NetworkRanges
{
    /// <summary>The cidr blocks.</summary>
    [Required]
    [Limits(MinItems = 1, MaxItems = 100)]
    [AtomicList]
    [ItemLimits(MinLength = 1, MaxLength = 43)]
    public IReadOnlyList<string> CidrBlocks { get; init => field = value ?? []; } = [];
}
