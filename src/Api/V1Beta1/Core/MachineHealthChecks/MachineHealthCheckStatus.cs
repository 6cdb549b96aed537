using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;
using Slipway.Api.V1Beta1.Core.Machines;

namespace Slipway.Api.V1Beta1.Core.MachineHealthChecks;

/// <summary>The machine health check status.</summary>
internal sealed record MachineHealthCheckStatus
{
    /// <summary>The conditions.</summary>
    public IReadOnlyList<V1Beta1Condition> Conditions { get; init => field = value ?? []; } = [];

    /// <summary>The current healthy.</summary>
    [Limits(Minimum = 0)]
    public int? CurrentHealthy { get; init; }

    /// <summary>The expected machines.</summary>
    [Limits(Minimum = 0)]
    public int? ExpectedMachines { get; init; }

    /// <summary>The observed generation.</summary>
    public long? ObservedGeneration { get; init; }

    /// <summary>The remediations allowed.</summary>
    [Limits(Minimum = 0)]
    public int? RemediationsAllowed { get; init; }

    /// <summary>The targets.</summary>
    [Limits(MaxItems = 10000)]
    [ItemLimits(MinLength = 1, MaxLength = 253)]
    public IReadOnlyList<string> Targets { get; init => field = value ?? []; } = [];

    /// <summary>The v1beta2.</summary>
    public MachineV1Beta2Status? V1beta2 { get; init; }
}
