using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Core.MachineSets;

/// <summary>How far the machines are.</summary>
internal sealed record MachineSetStatus
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

    /// <summary>
    /// The generation of the spec that this status was made for; while it is older than metadata.generation, the
    /// status is behind.
    /// </summary>
    public long? ObservedGeneration { get; init; }

    /// <summary>How many machines are ready.</summary>
    public int? ReadyReplicas { get; init; }

    /// <summary>How many machines there are.</summary>
    public int? Replicas { get; init; }

    /// <summary>The machines of the set, as a selector in its string form; for the scale subresource.</summary>
    [Limits(MinLength = 1, MaxLength = 4096)]
    public string? Selector { get; init; }

    /// <summary>The state in the words of v1beta2.</summary>
    public MachineSetV1Beta2Status? V1beta2 { get; init; }

    /// <summary>How many machines run each version of Kubernetes.</summary>
    [Limits(MinItems = 1, MaxItems = 100)]
    [ListMap("version")]
    public IReadOnlyList<StatusVersion> Versions { get; init => field = value ?? []; } = [];
}
