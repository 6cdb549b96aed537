using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;

namespace Slipway.Api.Core.Machines;

/// <summary>The machine wanted.</summary>
public sealed record MachineSpec
{
    /// <summary>How the machine becomes a node.</summary>
    [Required]
    public Bootstrap Bootstrap { get; init => field = value ?? new(); } = new();

    /// <summary>The name of the Cluster that this belongs to, in the same namespace. It cannot be changed.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 63)]
    public string ClusterName { get; init => field = value ?? ""; } = "";

    /// <summary>What is waited for when a machine goes, and for how long.</summary>
    public MachineDeletionSpec? Deletion { get; init; }

    /// <summary>The failure domain to place the machine in; one of those that the cluster's infrastructure offers.</summary>
    [Limits(MinLength = 1, MaxLength = 256)]
    public string? FailureDomain { get; init; }

    /// <summary>The object that makes the machine, for example a DockerMachine; in a template, the template of it.</summary>
    [Required]
    public ContractVersionedObjectReference InfrastructureRef { get; init => field = value ?? new(); } = new();

    /// <summary>For how many seconds a machine must be ready before it counts as available.</summary>
    [Limits(Minimum = 0)]
    public int? MinReadySeconds { get; init; }

    /// <summary>The machine's name among all machines of the infrastructure, the same as on its node; set by the controller.</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? ProviderID { get; init; }

    /// <summary>Further conditions of a machine that must hold before it counts as ready.</summary>
    [Limits(MinItems = 1, MaxItems = 32)]
    [ListMap("conditionType")]
    public IReadOnlyList<MachineReadinessGate> ReadinessGates { get; init => field = value ?? []; } = [];

    /// <summary>Taints that the machine's node gets.</summary>
    [Limits(MinItems = 1, MaxItems = 64)]
    [ListMap("key", "effect")]
    public IReadOnlyList<MachineTaint> Taints { get; init => field = value ?? []; } = [];

    /// <summary>The version of Kubernetes, as in "v1.31.0".</summary>
    [Limits(MinLength = 1, MaxLength = 256)]
    public string? Version { get; init; }
}
