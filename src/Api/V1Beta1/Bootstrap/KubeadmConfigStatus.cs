using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;
using Slipway.Api.V1Beta1.Core.Machines;

namespace Slipway.Api.V1Beta1.Bootstrap;

/// <summary>How far the setup is.</summary>
internal sealed record KubeadmConfigStatus
{
    /// <summary>The aspects of the object's state that are watched, each true, false or unknown.</summary>
    public IReadOnlyList<V1Beta1Condition> Conditions { get; init => field = value ?? []; } = [];

    /// <summary>The secret that holds the script.</summary>
    [Limits(MinLength = 1, MaxLength = 253)]
    public string? DataSecretName { get; init; }

    /// <summary>Why the object failed for good, for people. No longer set.</summary>
    [Limits(MinLength = 1, MaxLength = 10240)]
    public string? FailureMessage { get; init; }

    /// <summary>Why the object failed for good, as one word. No longer set.</summary>
    [Limits(MinLength = 1, MaxLength = 256)]
    public string? FailureReason { get; init; }

    /// <summary>
    /// The generation of the spec that this status was made for; while it is older than metadata.generation, the
    /// status is behind.
    /// </summary>
    public long? ObservedGeneration { get; init; }

    /// <summary>Whether the script has been made; the machine waits for it.</summary>
    public bool? Ready { get; init; }

    /// <summary>The state in the words of v1beta2.</summary>
    public MachineV1Beta2Status? V1beta2 { get; init; }
}
