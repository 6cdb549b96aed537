using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;
using Slipway.Api.V1Beta1.Core.Machines;

namespace Slipway.Api.V1Beta1.Core.MachineHealthChecks;

/// <summary>What the check found.</summary>
internal sealed record MachineHealthCheckStatus
{
    /// <summary>The aspects of the object's state that are watched, each true, false or unknown.</summary>
    public IReadOnlyList<V1Beta1Condition> Conditions { get; init => field = value ?? []; } = [];

    /// <summary>How many machines are healthy.</summary>
    [Limits(Minimum = 0)]
    public int? CurrentHealthy { get; init; }

    /// <summary>How many machines are watched.</summary>
    [Limits(Minimum = 0)]
    public int? ExpectedMachines { get; init; }

    /// <summary>
    /// The generation of the spec that this status was made for; while it is older than metadata.generation, the
    /// status is behind.
    /// </summary>
    public long? ObservedGeneration { get; init; }

    /// <summary>How many more machines may be replaced just now.</summary>
    [Limits(Minimum = 0)]
    public int? RemediationsAllowed { get; init; }

    /// <summary>The machines that are watched.</summary>
    [Limits(MaxItems = 10000)]
    [ItemLimits(MinLength = 1, MaxLength = 253)]
    public IReadOnlyList<string> Targets { get; init => field = value ?? []; } = [];

    /// <summary>The state in the words of v1beta2.</summary>
    public MachineV1Beta2Status? V1beta2 { get; init; }
}
