using Slipway.Api.Core.Machines;
using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;
using Slipway.Api.Kubernetes.Nodes;
using Slipway.Api.V1Beta1.Core.Shared;

namespace Slipway.Api.V1Beta1.Core.Machines;

/// <summary>The machine status.</summary>
internal sealed record MachineStatus
{
    /// <summary>The addresses.</summary>
    public IReadOnlyList<MachineAddress> Addresses { get; init => field = value ?? []; } = [];

    /// <summary>The bootstrap ready.</summary>
    public bool? BootstrapReady { get; init; }

    /// <summary>The certificates expiry date.</summary>
    public DateTimeOffset? CertificatesExpiryDate { get; init; }

    /// <summary>The conditions.</summary>
    public IReadOnlyList<V1Beta1Condition> Conditions { get; init => field = value ?? []; } = [];

    /// <summary>The deletion.</summary>
    public MachineDeletionStatus? Deletion { get; init; }

    /// <summary>The failure message.</summary>
    [Limits(MinLength = 1, MaxLength = 10240)]
    public string? FailureMessage { get; init; }

    /// <summary>The failure reason.</summary>
    public string? FailureReason { get; init; }

    /// <summary>The infrastructure ready.</summary>
    public bool? InfrastructureReady { get; init; }

    /// <summary>The last updated.</summary>
    public DateTimeOffset? LastUpdated { get; init; }

    /// <summary>The node info.</summary>
    public NodeSystemInfo? NodeInfo { get; init; }

    /// <summary>The node ref.</summary>
    public ObjectReference? NodeRef { get; init; }

    /// <summary>The observed generation.</summary>
    public long? ObservedGeneration { get; init; }

    /// <summary>The phase.</summary>
    [Allowed("Pending", "Provisioning", "Provisioned", "Running", "Deleting", "Deleted", "Failed", "Unknown")]
    public string? Phase { get; init; }

    /// <summary>The v1beta2.</summary>
    public MachineV1Beta2Status? V1beta2 { get; init; }
}
