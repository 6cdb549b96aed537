using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;

namespace Slipway.Api.ControlPlane;

/// <summary>What the machines of the control plane have beside their setup.</summary>
public sealed record KubeadmControlPlaneMachineTemplateSpec
{
    /// <summary>What is waited for when a machine goes, and for how long.</summary>
    public MachineDeletionSpec? Deletion { get; init; }

    /// <summary>The template of the machines' infrastructure; another name replaces all machines.</summary>
    [Required]
    public ContractVersionedObjectReference InfrastructureRef { get; init => field = value ?? new(); } = new();

    /// <summary>Further conditions of a machine that must hold before it counts as ready.</summary>
    [Limits(MinItems = 1, MaxItems = 32)]
    [ListMap("conditionType")]
    public IReadOnlyList<MachineReadinessGate> ReadinessGates { get; init => field = value ?? []; } = [];

    /// <summary>Taints that the machines' nodes get.</summary>
    [Limits(MinItems = 1, MaxItems = 64)]
    [ListMap("key", "effect")]
    public IReadOnlyList<MachineTaint> Taints { get; init => field = value ?? []; } = [];
}
