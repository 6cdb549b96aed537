using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Core.Clusters;

/// <summary>The network ranges.</summary>
internal sealed record NetworkRanges
{
    /// <summary>The cidr blocks.</summary>
    [Required]
    [Limits(MaxItems = 100)]
    [ItemLimits(MinLength = 1, MaxLength = 43)]
    public IReadOnlyList<string> CidrBlocks { get; init => field = value ?? []; } = [];
}
