using Slipway.Api.Crds;

namespace Slipway.Api.Core.Clusters;

/// <summary>The cluster availability gate.</summary>
public sealed record ClusterAvailabilityGate
{
    /// <summary>The condition type.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 316, Pattern = @"^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])$")]
    public string ConditionType { get; init => field = value ?? ""; } = "";

    /// <summary>The polarity.</summary>
    [Allowed("Positive", "Negative")]
    public string? Polarity { get; init; }
}
