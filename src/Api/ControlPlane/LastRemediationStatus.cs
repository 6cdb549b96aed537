using System.Text.Json.Serialization;
using Slipway.Api.Crds;

namespace Slipway.Api.ControlPlane;

/// <summary>The last replacement of an unhealthy machine.</summary>
public sealed record LastRemediationStatus
{
    /// <summary>The machine that was replaced.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 253)]
    public string Machine { get; init => field = value ?? ""; } = "";

    /// <summary>How often it was tried again.</summary>
    [Required]
    [Limits(Minimum = 0)]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int RetryCount { get; init; }

    /// <summary>When it began.</summary>
    [Required]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public DateTimeOffset Time { get; init; }
}
