using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Core.MachineHealthChecks;

/// <summary>What makes a machine unhealthy.</summary>
[MinProperties(1)]
public sealed record MachineHealthCheckChecks : IOmitEmpty
{
    /// <summary>Seconds that a new machine may take until its node appears; 600 where absent, 0 waits for ever.</summary>
    [Limits(Minimum = 0)]
    public int? NodeStartupTimeoutSeconds { get; init; }

    /// <summary>Conditions of a machine that make it unhealthy when they last too long.</summary>
    [Limits(MinItems = 1, MaxItems = 100)]
    [AtomicList]
    public IReadOnlyList<UnhealthyMachineCondition> UnhealthyMachineConditions { get; init => field = value ?? []; } = [];

    /// <summary>Conditions of a node that make its machine unhealthy when they last too long.</summary>
    [Limits(MinItems = 1, MaxItems = 100)]
    [AtomicList]
    public IReadOnlyList<UnhealthyNodeCondition> UnhealthyNodeConditions { get; init => field = value ?? []; } = [];
}
