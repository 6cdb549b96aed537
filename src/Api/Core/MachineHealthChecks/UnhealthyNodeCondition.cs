using System.Text.Json.Serialization;
using Slipway.Api.Crds;

namespace Slipway.Api.Core.MachineHealthChecks;

/// <summary>A condition of a node that makes its machine unhealthy when it lasts too long.</summary>
public sealed record UnhealthyNodeCondition
{
    /// <summary>The status that is bad.</summary>
    [Required]
    [Limits(MinLength = 1)]
    public string Status { get; init => field = value ?? ""; } = "";

    /// <summary>How many seconds it may last.</summary>
    [Required]
    [Limits(Minimum = 0)]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int TimeoutSeconds { get; init; }

    /// <summary>The condition's type.</summary>
    [Required]
    [Limits(MinLength = 1)]
    public string Type { get; init => field = value ?? ""; } = "";
}
