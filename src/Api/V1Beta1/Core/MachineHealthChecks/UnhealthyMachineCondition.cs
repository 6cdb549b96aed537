using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Core.MachineHealthChecks;

/// <summary>The unhealthy machine condition.</summary>
internal sealed record UnhealthyMachineCondition
{
    /// <summary>The status.</summary>
    [Required]
    [Allowed("True", "False", "Unknown")]
    public string Status { get; init => field = value ?? ""; } = "";

    /// <summary>The timeout.</summary>
    [Required]
    public string Timeout { get; init => field = value ?? ""; } = "";

    /// <summary>The type.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 316, Pattern = @"^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])$")]
    [Rule("!(self in ['Ready','Available','HealthCheckSucceeded','OwnerRemediated','ExternallyRemediated'])", "type must not be one of: Ready, Available, HealthCheckSucceeded, OwnerRemediated, ExternallyRemediated")]
    public string Type { get; init => field = value ?? ""; } = "";
}
