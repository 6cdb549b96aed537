using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;

namespace Slipway.Api.Core.Machines;

/// <summary>The machine spec.</summary>
public sealed record MachineSpec
{
    /// <summary>The bootstrap.</summary>
    [Required]
    public Bootstrap Bootstrap { get; init => field = value ?? new(); } = new();

    /// <summary>The cluster name.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 63)]
    public string ClusterName { get; init => field = value ?? ""; } = "";

    /// <summary>The deletion.</summary>
    public MachineDeletionSpec? Deletion { get; init; }

    /// <summary>The failure domain.</summary>
    [Limits(MinLength = 1, MaxLength = 256)]
    public string? FailureDomain { get; init; }

    /// <summary>The infrastructure ref.</summary>
    [Required]
    public ContractVersionedObjectReference InfrastructureRef { get; init => field = value ?? new(); } = new();

    /// <summary>The min ready seconds.</summary>
    [Limits(Minimum = 0)]
    public int? MinReadySeconds { get; init; }

    /// <summary>The provider ID.</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? ProviderID { get; init; }

    /// <summary>The readiness gates.</summary>
    [Limits(MinItems = 1, MaxItems = 32)]
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
