using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;
using Slipway.Api.V1Beta1.Core.Shared;

namespace Slipway.Api.V1Beta1.Core.Machines;

/// <summary>The machine spec.</summary>
internal sealed record MachineSpec
{
    /// <summary>The bootstrap.</summary>
    [Required]
    public Bootstrap Bootstrap { get; init => field = value ?? new(); } = new();

    /// <summary>The cluster name.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 63)]
    public string ClusterName { get; init => field = value ?? ""; } = "";

    /// <summary>The failure domain.</summary>
    [Limits(MinLength = 1, MaxLength = 256)]
    public string? FailureDomain { get; init; }

    /// <summary>The infrastructure ref.</summary>
    [Required]
    public ObjectReference InfrastructureRef { get; init => field = value ?? new(); } = new();

    /// <summary>The node deletion timeout.</summary>
    public string? NodeDeletionTimeout { get; init; }

    /// <summary>The node drain timeout.</summary>
    public string? NodeDrainTimeout { get; init; }

    /// <summary>The node volume detach timeout.</summary>
    public string? NodeVolumeDetachTimeout { get; init; }

    /// <summary>The provider ID.</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? ProviderID { get; init; }

    /// <summary>The readiness gates.</summary>
    [Limits(MaxItems = 32)]
    [ListMap("conditionType")]
    public IReadOnlyList<MachineReadinessGate> ReadinessGates { get; init => field = value ?? []; } = [];

    /// <summary>The taints.</summary>
    [Limits(MinItems = 1, MaxItems = 64)]
    [ListMap("key", "effect")]
    public IReadOnlyList<MachineTaint> Taints { get; init => field = value ?? []; } = [];

    /// <summary>The version.</summary>
    [Limits(MinLength = 1, MaxLength = 256)]
    public string? Version { get; init; }
}
