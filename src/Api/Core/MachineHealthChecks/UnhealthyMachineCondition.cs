using System.Text.Json.Serialization;
using Slipway.Api.Crds;

namespace Slipway.Api.Core.MachineHealthChecks;

/// <summary>A condition of a machine that makes it unhealthy when it lasts too long.</summary>
public sealed record UnhealthyMachineCondition
{
    /// <summary>The status that is bad.</summary>
    [Required]
    [Allowed("True", "False", "Unknown")]
    public string Status { get; init => field = value ?? ""; } = "";

    /// <summary>How many seconds it may last.</summary>
    [Required]
    [Limits(Minimum = 0)]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int TimeoutSeconds { get; init; }

    /// <summary>The condition's type; not one that health checks set themselves.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 316, Pattern = @"^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])$")]
    [Rule("!(self in ['Ready','Available','HealthCheckSucceeded','OwnerRemediated','ExternallyRemediated'])", "type must not be one of: Ready, Available, HealthCheckSucceeded, OwnerRemediated, ExternallyRemediated")]
    public string Type { get; init => field = value ?? ""; } = "";
}
