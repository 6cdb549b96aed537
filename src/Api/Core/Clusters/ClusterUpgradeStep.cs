using Slipway.Api.Crds;

namespace Slipway.Api.Core.Clusters;

/// <summary>One version on the way to the one wanted.</summary>
public sealed record ClusterUpgradeStep
{
    /// <summary>The version.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 256)]
    public string Version { get; init => field = value ?? ""; } = "";
}
