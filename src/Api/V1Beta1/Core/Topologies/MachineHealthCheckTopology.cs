using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;
using Slipway.Api.V1Beta1.Core.MachineHealthChecks;
using Slipway.Api.V1Beta1.Core.Shared;

namespace Slipway.Api.V1Beta1.Core.Topologies;

/// <summary>The machine health check topology.</summary>
internal sealed record MachineHealthCheckTopology
{
    /// <summary>The enable.</summary>
    public bool? Enable { get; init; }

    /// <summary>The max unhealthy.</summary>
    public IntOrString? MaxUnhealthy { get; init; }

    /// <summary>The node startup timeout.</summary>
    public string? NodeStartupTimeout { get; init; }

    /// <summary>The remediation template.</summary>
    public ObjectReference? RemediationTemplate { get; init; }

    /// <summary>The unhealthy conditions.</summary>
    [Limits(MaxItems = 100)]
    public IReadOnlyList<UnhealthyCondition> UnhealthyConditions { get; init => field = value ?? []; } = [];

    /// <summary>The unhealthy machine conditions.</summary>
    [Limits(MinItems = 1, MaxItems = 100)]
    [AtomicList]
    public IReadOnlyList<V1Beta1.Core.MachineHealthChecks.UnhealthyMachineCondition> UnhealthyMachineConditions { get; init => field = value ?? []; } = [];

    /// <summary>The unhealthy range.</summary>
    [Limits(MinLength = 1, MaxLength = 32, Pattern = @"^\[[0-9]+-[0-9]+\]$")]
    public string? UnhealthyRange { get; init; }
}
