using System.Text.Json.Serialization;
using Slipway.Api.Crds;

namespace Slipway.Api.Core.Shared;

/// <summary>One aspect of the state, as v1beta1 wrote it.</summary>
public sealed record V1Beta1Condition
{
    /// <summary>When the status last changed.</summary>
    [Required]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public DateTimeOffset LastTransitionTime { get; init; }

    /// <summary>Why, for people.</summary>
    [Limits(MinLength = 1, MaxLength = 10240)]
    public string? Message { get; init; }

    /// <summary>Why, as one CamelCase word.</summary>
    [Limits(MinLength = 1, MaxLength = 256)]
    public string? Reason { get; init; }

    /// <summary>How bad it is when the condition does not hold: Error, Warning or Info.</summary>
    [Limits(MaxLength = 32)]
    public string? Severity { get; init; }

    /// <summary>True, False or Unknown.</summary>
    [Required]
    public string Status { get; init => field = value ?? ""; } = "";

    /// <summary>What the condition is about, in CamelCase.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 256)]
    public string Type { get; init => field = value ?? ""; } = "";
}
