using Slipway.Api.Crds;

namespace Slipway.Api.Core.Shared;

/// <summary>A further condition that must hold before a machine counts as ready.</summary>
public sealed record MachineReadinessGate
{
    /// <summary>The type of the condition on the Machine.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 316, Pattern = @"^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])$")]
    public string ConditionType { get; init => field = value ?? ""; } = "";

    /// <summary>Whether the condition is good when it holds (Positive, as where absent) or when it does not (Negative).</summary>
    [Allowed("Positive", "Negative")]
    public string? Polarity { get; init; }
}
