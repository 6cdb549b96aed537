using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;
using Slipway.Api.Json;
using Slipway.Machinery.Objects;

namespace Slipway.Api.Core.MachineHealthChecks;

/// <summary>The machine health check status.</summary>
[MinProperties(1)]
public sealed record MachineHealthCheckStatus : IOmitEmpty
{
    /// <summary>The conditions.</summary>
    [Limits(MaxItems = 32)]
    [ListMap("type")]
    public IReadOnlyList<Condition> Conditions { get; init => field = value ?? []; } = [];

    /// <summary>The current healthy.</summary>
    [Limits(Minimum = 0)]
    public int? CurrentHealthy { get; init; }

    /// <summary>The deprecated.</summary>
    public ConditionsDeprecatedStatus? Deprecated { get; init; }

    /// <summary>The expected machines.</summary>
    [Limits(Minimum = 0)]
    public int? ExpectedMachines { get; init; }

    /// <summary>The observed generation.</summary>
    [Limits(Minimum = 1)]
    public long? ObservedGeneration { get; init; }

    /// <summary>The remediations allowed.</summary>
    [Limits(Minimum = 0)]
    public int? RemediationsAllowed { get; init; }

    /// <summary>The targets.</summary>
    [Limits(MaxItems = 10000)]
    [AtomicList]
    [ItemLimits(MinLength = 1, MaxLength = 253)]
    public IReadOnlyList<string> Targets { get; init => field = value ?? []; } = [];
}
