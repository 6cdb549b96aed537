using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Core.Clusters;

/// <summary>Ranges of addresses.</summary>
internal sealed record NetworkRanges
{
    /// <summary>The ranges, each as in "192.168.0.0/16".</summary>
    [Required]
    [Limits(MaxItems = 100)]
    [ItemLimits(MinLength = 1, MaxLength = 43)]
    public IReadOnlyList<string> CidrBlocks { get; init => field = value ?? []; } = [];
}
