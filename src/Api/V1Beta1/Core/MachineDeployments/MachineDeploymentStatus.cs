using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;
using Slipway.Api.V1Beta1.Core.MachineSets;

namespace Slipway.Api.V1Beta1.Core.MachineDeployments;

/// <summary>How far the workers are.</summary>
internal sealed record MachineDeploymentStatus
{
    /// <summary>How many machines are available: ready for at least their minReadySeconds.</summary>
    public int? AvailableReplicas { get; init; }

    /// <summary>The aspects of the object's state that are watched, each true, false or unknown.</summary>
    public IReadOnlyList<V1Beta1Condition> Conditions { get; init => field = value ?? []; } = [];

    /// <summary>
    /// The generation of the spec that this status was made for; while it is older than metadata.generation, the
    /// status is behind.
    /// </summary>
    public long? ObservedGeneration { get; init; }

    /// <summary>A one-word summary of how far the object is; conditions say more.</summary>
    [Allowed("ScalingUp", "ScalingDown", "Running", "Failed", "Unknown")]
    public string? Phase { get; init; }

    /// <summary>How many machines are ready.</summary>
    public int? ReadyReplicas { get; init; }

    /// <summary>How many machines there are.</summary>
    public int? Replicas { get; init; }

    /// <summary>The machines of the deployment, as a selector in its string form; for the scale subresource.</summary>
    [Limits(MinLength = 1, MaxLength = 4096)]
    public string? Selector { get; init; }

    /// <summary>How many machines are missing to the number wanted, counted as v1beta1 does.</summary>
    public int? UnavailableReplicas { get; init; }

    /// <summary>How many machines are of the newest template, counted as v1beta1 does.</summary>
    public int? UpdatedReplicas { get; init; }

    /// <summary>The state in the words of v1beta2.</summary>
    public MachineSetV1Beta2Status? V1beta2 { get; init; }

    /// <summary>How many machines run each version of Kubernetes.</summary>
    [Limits(MinItems = 1, MaxItems = 100)]
    [ListMap("version")]
    public IReadOnlyList<StatusVersion> Versions { get; init => field = value ?? []; } = [];
}
