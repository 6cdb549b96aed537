using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;

namespace Slipway.Api.Core.MachineSets;

/// <summary>The state in the words of v1beta1.</summary>
public sealed record MachineSetV1Beta1DeprecatedStatus
{
    /// <summary>How many machines are available: ready for at least their minReadySeconds.</summary>
    public int? AvailableReplicas { get; init; }

    /// <summary>The aspects of the object's state that are watched, each true, false or unknown.</summary>
    public IReadOnlyList<V1Beta1Condition> Conditions { get; init => field = value ?? []; } = [];

    /// <summary>Why the object failed for good, for people. No longer set.</summary>
    [Limits(MinLength = 1, MaxLength = 10240)]
    public string? FailureMessage { get; init; }

    /// <summary>Why the object failed for good, as one word. No longer set.</summary>
    public string? FailureReason { get; init; }

    /// <summary>How many machines carry all labels of the template, counted as v1beta1 does.</summary>
    public int? FullyLabeledReplicas { get; init; }

    /// <summary>How many machines are ready.</summary>
    public int? ReadyReplicas { get; init; }
}
