using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Core.MachineHealthChecks;

/// <summary>The remediation trigger if.</summary>
[MinProperties(1)]
public sealed record RemediationTriggerIf : IOmitEmpty
{
    /// <summary>The unhealthy in range.</summary>
    [Limits(MinLength = 1, MaxLength = 32, Pattern = @"^\[[0-9]+-[0-9]+\]$")]
    public string? UnhealthyInRange { get; init; }

    /// <summary>The unhealthy less than or equal to.</summary>
    public IntOrString? UnhealthyLessThanOrEqualTo { get; init; }
}
