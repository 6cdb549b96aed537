using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;
using Slipway.Api.Json;
using Slipway.Machinery.Objects;

namespace Slipway.Api.Core.MachineHealthChecks;

/// <summary>What the check found.</summary>
[MinProperties(1)]
public sealed record MachineHealthCheckStatus : IOmitEmpty
{
    /// <summary>The aspects of the object's state that are watched, each true, false or unknown.</summary>
    [Limits(MaxItems = 32)]
    [ListMap("type")]
    public IReadOnlyList<Condition> Conditions { get; init => field = value ?? []; } = [];

    /// <summary>How many machines are healthy.</summary>
    [Limits(Minimum = 0)]
    public int? CurrentHealthy { get; init; }

    /// <summary>What only older API versions say about the state; leave it to them.</summary>
    public ConditionsDeprecatedStatus? Deprecated { get; init; }

    /// <summary>How many machines are watched.</summary>
    [Limits(Minimum = 0)]
    public int? ExpectedMachines { get; init; }

    /// <summary>
    /// The generation of the spec that this status was made for; while it is older than metadata.generation, the
    /// status is behind.
    /// </summary>
    [Limits(Minimum = 1)]
    public long? ObservedGeneration { get; init; }

    /// <summary>How many more machines may be replaced just now.</summary>
    [Limits(Minimum = 0)]
    public int? RemediationsAllowed { get; init; }

    /// <summary>The machines that are watched.</summary>
    [Limits(MaxItems = 10000)]
    [AtomicList]
    [ItemLimits(MinLength = 1, MaxLength = 253)]
    public IReadOnlyList<string> Targets { get; init => field = value ?? []; } = [];
}
