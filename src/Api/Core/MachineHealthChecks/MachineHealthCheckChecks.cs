using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Core.MachineHealthChecks;

/// <summary>The machine health check checks.</summary>
[MinProperties(1)]
public sealed record MachineHealthCheckChecks : IOmitEmpty
{
    /// <summary>The node startup timeout seconds.</summary>
    [Limits(Minimum = 0)]
    public int? NodeStartupTimeoutSeconds { get; init; }

    /// <summary>The unhealthy machine conditions.</summary>
    [Limits(MinItems = 1, MaxItems = 100)]
    [AtomicList]
    public IReadOnlyList<UnhealthyMachineCondition> UnhealthyMachineConditions { get; init => field = value ?? []; } = [];

    /// <summary>The unhealthy node conditions.</summary>
    [Limits(MinItems = 1, MaxItems = 100)]
    [AtomicList]
    public IReadOnlyList<UnhealthyNodeCondition> UnhealthyNodeConditions { get; init => field = value ?? []; } = [];
}
