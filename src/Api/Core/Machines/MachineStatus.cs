using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;
using Slipway.Api.Json;
using Slipway.Api.Kubernetes.Nodes;
using Slipway.Machinery.Objects;

namespace Slipway.Api.Core.Machines;

/// <summary>The machine status.</summary>
[MinProperties(1)]
public sealed record MachineStatus : IOmitEmpty
{
    /// <summary>The addresses.</summary>
    [Limits(MaxItems = 256)]
    [AtomicList]
    public IReadOnlyList<MachineAddress> Addresses { get; init => field = value ?? []; } = [];

    /// <summary>The certificates expiry date.</summary>
    public DateTimeOffset? CertificatesExpiryDate { get; init; }

    /// <summary>The conditions.</summary>
    [Limits(MaxItems = 32)]
    [ListMap("type")]
    public IReadOnlyList<Condition> Conditions { get; init => field = value ?? []; } = [];

    /// <summary>The deletion.</summary>
    public MachineDeletionStatus? Deletion { get; init; }

    /// <summary>The deprecated.</summary>
    public DeprecatedStatus? Deprecated { get; init; }

    /// <summary>The failure domain.</summary>
    [Limits(MinLength = 1, MaxLength = 256)]
    public string? FailureDomain { get; init; }

    /// <summary>The initialization.</summary>
    public MachineInitializationStatus? Initialization { get; init; }

    /// <summary>The last updated.</summary>
    public DateTimeOffset? LastUpdated { get; init; }

    /// <summary>The node info.</summary>
    public NodeSystemInfo? NodeInfo { get; init; }

    /// <summary>The node ref.</summary>
    public MachineNodeReference? NodeRef { get; init; }

    /// <summary>The observed generation.</summary>
    [Limits(Minimum = 1)]
    public long? ObservedGeneration { get; init; }

    /// <summary>The phase.</summary>
    [Allowed("Pending", "Provisioning", "Provisioned", "Running", "Updating", "Deleting", "Deleted", "Failed", "Unknown")]
    public string? Phase { get; init; }
}
