using Slipway.Api.Core.Machines;
using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;
using Slipway.Api.Kubernetes.Nodes;
using Slipway.Api.V1Beta1.Core.Shared;

namespace Slipway.Api.V1Beta1.Core.Machines;

/// <summary>How far the machine is.</summary>
internal sealed record MachineStatus
{
    /// <summary>Where the machine can be reached.</summary>
    public IReadOnlyList<MachineAddress> Addresses { get; init => field = value ?? []; } = [];

    /// <summary>Whether the script that sets the machine up has been made.</summary>
    public bool? BootstrapReady { get; init; }

    /// <summary>When the certificates of the machine's control plane end.</summary>
    public DateTimeOffset? CertificatesExpiryDate { get; init; }

    /// <summary>The aspects of the object's state that are watched, each true, false or unknown.</summary>
    public IReadOnlyList<V1Beta1Condition> Conditions { get; init => field = value ?? []; } = [];

    /// <summary>How far the machine's deletion is.</summary>
    public MachineDeletionStatus? Deletion { get; init; }

    /// <summary>Why the object failed for good, for people. No longer set.</summary>
    [Limits(MinLength = 1, MaxLength = 10240)]
    public string? FailureMessage { get; init; }

    /// <summary>Why the object failed for good, as one word. No longer set.</summary>
    public string? FailureReason { get; init; }

    /// <summary>Whether the infrastructure has once been complete.</summary>
    public bool? InfrastructureReady { get; init; }

    /// <summary>When the phase last changed.</summary>
    public DateTimeOffset? LastUpdated { get; init; }

    /// <summary>Versions and identifiers of the machine's node.</summary>
    public NodeSystemInfo? NodeInfo { get; init; }

    /// <summary>The machine's node.</summary>
    public ObjectReference? NodeRef { get; init; }

    /// <summary>
    /// The generation of the spec that this status was made for; while it is older than metadata.generation, the
    /// status is behind.
    /// </summary>
    public long? ObservedGeneration { get; init; }

    /// <summary>A one-word summary of how far the object is; conditions say more.</summary>
    [Allowed("Pending", "Provisioning", "Provisioned", "Running", "Deleting", "Deleted", "Failed", "Unknown")]
    public string? Phase { get; init; }

    /// <summary>The state in the words of v1beta2.</summary>
    public MachineV1Beta2Status? V1beta2 { get; init; }
}
