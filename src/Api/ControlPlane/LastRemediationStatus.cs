using System.Text.Json.Serialization;
using Slipway.Api.Crds;

namespace Slipway.Api.ControlPlane;

/// <summary>The last remediation status.</summary>
public sealed record LastRemediationStatus
{
    /// <summary>The machine.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 253)]
    public string Machine { get; init => field = value ?? ""; } = "";

    /// <summary>The retry count.</summary>
    [Required]
    [Limits(Minimum = 0)]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int RetryCount { get; init; }

    /// <summary>The time.</summary>
    [Required]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public DateTimeOffset Time { get; init; }
}
