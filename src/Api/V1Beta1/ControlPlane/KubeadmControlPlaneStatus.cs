using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;
using Slipway.Api.V1Beta1.Core.MachineSets;

namespace Slipway.Api.V1Beta1.ControlPlane;

/// <summary>How far the control plane is.</summary>
internal sealed record KubeadmControlPlaneStatus
{
    /// <summary>The aspects of the object's state that are watched, each true, false or unknown.</summary>
    public IReadOnlyList<V1Beta1Condition> Conditions { get; init => field = value ?? []; } = [];

    /// <summary>Why the object failed for good, for people. No longer set.</summary>
    [Limits(MinLength = 1, MaxLength = 10240)]
    public string? FailureMessage { get; init; }

    /// <summary>Why the object failed for good, as one word. No longer set.</summary>
    public string? FailureReason { get; init; }

    /// <summary>Whether kubeadm init has succeeded, so that other machines can join.</summary>
    public bool? Initialized { get; init; }

    /// <summary>The last replacement of an unhealthy machine.</summary>
    public LastRemediationStatus? LastRemediation { get; init; }

    /// <summary>
    /// The generation of the spec that this status was made for; while it is older than metadata.generation, the
    /// status is behind.
    /// </summary>
    public long? ObservedGeneration { get; init; }

    /// <summary>Whether the API server can be used.</summary>
    public bool? Ready { get; init; }

    /// <summary>How many machines are ready.</summary>
    public int? ReadyReplicas { get; init; }

    /// <summary>How many machines there are.</summary>
    public int? Replicas { get; init; }

    /// <summary>The machines of the control plane, as a selector in its string form; for the scale subresource.</summary>
    [Limits(MinLength = 1, MaxLength = 4096)]
    public string? Selector { get; init; }

    /// <summary>How many machines are missing to the number wanted, counted as v1beta1 does.</summary>
    public int? UnavailableReplicas { get; init; }

    /// <summary>How many machines are of the newest template, counted as v1beta1 does.</summary>
    public int? UpdatedReplicas { get; init; }

    /// <summary>The state in the words of v1beta2.</summary>
    public MachineSetV1Beta2Status? V1beta2 { get; init; }

    /// <summary>The lowest version of Kubernetes that any machine runs.</summary>
    [Limits(MinLength = 1, MaxLength = 256)]
    public string? Version { get; init; }

    /// <summary>How many machines run each version of Kubernetes.</summary>
    [Limits(MinItems = 1, MaxItems = 100)]
    [ListMap("version")]
    public IReadOnlyList<StatusVersion> Versions { get; init => field = value ?? []; } = [];
}
