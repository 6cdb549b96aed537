using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.ControlPlane;

/// <summary>The last replacement of an unhealthy machine.</summary>
internal sealed record LastRemediationStatus
{
    /// <summary>The machine that was replaced.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 253)]
    public string Machine { get; init => field = value ?? ""; } = "";

    /// <summary>How often it was tried again.</summary>
    [Required]
    public int RetryCount { get; init; }

    /// <summary>When it began.</summary>
    [Required]
    public DateTimeOffset Timestamp { get; init; }
}
