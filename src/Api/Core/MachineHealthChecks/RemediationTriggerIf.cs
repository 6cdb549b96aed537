using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Core.MachineHealthChecks;

/// <summary>When unhealthy machines are replaced: only while not too many are.</summary>
[MinProperties(1)]
public sealed record RemediationTriggerIf : IOmitEmpty
{
    /// <summary>While the number of unhealthy machines is in this range, as in "[3-5]".</summary>
    [Limits(MinLength = 1, MaxLength = 32, Pattern = @"^\[[0-9]+-[0-9]+\]$")]
    public string? UnhealthyInRange { get; init; }

    /// <summary>While at most this number, or percentage, of machines is unhealthy.</summary>
    public IntOrString? UnhealthyLessThanOrEqualTo { get; init; }
}
