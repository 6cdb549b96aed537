using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;
using Slipway.Api.Json;
using Slipway.Api.Kubernetes.Nodes;
using Slipway.Machinery.Objects;

namespace Slipway.Api.Core.Machines;

/// <summary>How far the machine is.</summary>
[MinProperties(1)]
public sealed record MachineStatus : IOmitEmpty
{
    /// <summary>Where the machine can be reached.</summary>
    [Limits(MaxItems = 256)]
    [AtomicList]
    public IReadOnlyList<MachineAddress> Addresses { get; init => field = value ?? []; } = [];

    /// <summary>When the certificates of the machine's control plane end.</summary>
    public DateTimeOffset? CertificatesExpiryDate { get; init; }

    /// <summary>The aspects of the object's state that are watched, each true, false or unknown.</summary>
    [Limits(MaxItems = 32)]
    [ListMap("type")]
    public IReadOnlyList<Condition> Conditions { get; init => field = value ?? []; } = [];

    /// <summary>How far the machine's deletion is.</summary>
    public MachineDeletionStatus? Deletion { get; init; }

    /// <summary>What only older API versions say about the state; leave it to them.</summary>
    public DeprecatedStatus? Deprecated { get; init; }

    /// <summary>The failure domain that the machine is in.</summary>
    [Limits(MinLength = 1, MaxLength = 256)]
    public string? FailureDomain { get; init; }

    /// <summary>What has been done once and is not undone.</summary>
    public MachineInitializationStatus? Initialization { get; init; }

    /// <summary>When the phase last changed.</summary>
    public DateTimeOffset? LastUpdated { get; init; }

    /// <summary>Versions and identifiers of the machine's node.</summary>
    public NodeSystemInfo? NodeInfo { get; init; }

    /// <summary>The machine's node.</summary>
    public MachineNodeReference? NodeRef { get; init; }

    /// <summary>
    /// The generation of the spec that this status was made for; while it is older than metadata.generation, the
    /// status is behind.
    /// </summary>
    [Limits(Minimum = 1)]
    public long? ObservedGeneration { get; init; }

    /// <summary>A one-word summary of how far the object is; conditions say more.</summary>
    [Allowed("Pending", "Provisioning", "Provisioned", "Running", "Updating", "Deleting", "Deleted", "Failed", "Unknown")]
    public string? Phase { get; init; }
}
