using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;
using Slipway.Api.V1Beta1.Core.MachineHealthChecks;
using Slipway.Api.V1Beta1.Core.Shared;

namespace Slipway.Api.V1Beta1.Core.Topologies;

/// <summary>Whether and how the health of a topology's machines is checked.</summary>
internal sealed record MachineHealthCheckTopology
{
    /// <summary>Whether machines are checked; absent for whether cluster or class say how.</summary>
    public bool? Enable { get; init; }

    /// <summary>Machines are replaced only while at most this number, or percentage, of them is unhealthy.</summary>
    public IntOrString? MaxUnhealthy { get; init; }

    /// <summary>How long a new machine may take until its node appears, as in "10m"; 0 waits for ever.</summary>
    public string? NodeStartupTimeout { get; init; }

    /// <summary>
    /// The template of the object that asks somebody else to repair an unhealthy machine; absent leaves it to the
    /// machine's owner.
    /// </summary>
    public ObjectReference? RemediationTemplate { get; init; }

    /// <summary>Conditions of a node that make its machine unhealthy when they last too long.</summary>
    [Limits(MaxItems = 100)]
    public IReadOnlyList<UnhealthyCondition> UnhealthyConditions { get; init => field = value ?? []; } = [];

    /// <summary>Conditions of a machine that make it unhealthy when they last too long.</summary>
    [Limits(MinItems = 1, MaxItems = 100)]
    [AtomicList]
    public IReadOnlyList<V1Beta1.Core.MachineHealthChecks.UnhealthyMachineCondition> UnhealthyMachineConditions { get; init => field = value ?? []; } = [];

    /// <summary>Machines are replaced only while the number of unhealthy ones is in this range, as in "[3-5]".</summary>
    [Limits(MinLength = 1, MaxLength = 32, Pattern = @"^\[[0-9]+-[0-9]+\]$")]
    public string? UnhealthyRange { get; init; }
}
