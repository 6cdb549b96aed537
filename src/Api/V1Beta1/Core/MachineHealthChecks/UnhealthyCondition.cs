using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Core.MachineHealthChecks;

/// <summary>The unhealthy condition.</summary>
internal sealed record UnhealthyCondition
{
    /// <summary>The status.</summary>
    [Required]
    [Limits(MinLength = 1)]
    public string Status { get; init => field = value ?? ""; } = "";

    /// <summary>The timeout.</summary>
    [Required]
    public string Timeout { get; init => field = value ?? ""; } = "";

    /// <summary>The type.</summary>
    [Required]
    [Limits(MinLength = 1)]
    public string Type { get; init => field = value ?? ""; } = "";
}
