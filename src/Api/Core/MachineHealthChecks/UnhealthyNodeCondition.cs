using System.Text.Json.Serialization;
using Slipway.Api.Crds;

namespace Slipway.Api.Core.MachineHealthChecks;

/// <summary>The unhealthy node condition.</summary>
public sealed record UnhealthyNodeCondition
{
    /// <summary>The status.</summary>
    [Required]
    [Limits(MinLength = 1)]
    public string Status { get; init => field = value ?? ""; } = "";

    /// <summary>The timeout seconds.</summary>
    [Required]
    [Limits(Minimum = 0)]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int TimeoutSeconds { get; init; }

    /// <summary>The type.</summary>
    [Required]
    [Limits(MinLength = 1)]
    public string Type { get; init => field = value ?? ""; } = "";
}
