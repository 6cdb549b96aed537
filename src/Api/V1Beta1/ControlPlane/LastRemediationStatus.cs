using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.ControlPlane;

/// <summary>The last remediation status.</summary>
internal sealed record LastRemediationStatus
{
    /// <summary>The machine.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 253)]
    public string Machine { get; init => field = value ?? ""; } = "";

    /// <summary>The retry count.</summary>
    [Required]
    public int RetryCount { get; init; }

    /// <summary>The timestamp.</summary>
    [Required]
    public DateTimeOffset Timestamp { get; init; }
}
