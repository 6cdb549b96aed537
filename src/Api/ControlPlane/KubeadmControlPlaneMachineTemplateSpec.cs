using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;

namespace Slipway.Api.ControlPlane;

/// <summary>The kubeadm control plane machine template spec.</summary>
public sealed record KubeadmControlPlaneMachineTemplateSpec
{
    /// <summary>The deletion.</summary>
    public MachineDeletionSpec? Deletion { get; init; }

    /// <summary>The infrastructure ref.</summary>
    [Required]
    public ContractVersionedObjectReference InfrastructureRef { get; init => field = value ?? new(); } = new();

    /// <summary>The readiness gates.</summary>
    [Limits(MinItems = 1, MaxItems = 32)]
    [ListMap("conditionType")]
    public IReadOnlyList<MachineReadinessGate> ReadinessGates { get; init => field = value ?? []; } = [];

    /// <summary>The taints.</summary>
    [Limits(MinItems = 1, MaxItems = 64)]
    [ListMap("key", "effect")]
    public IReadOnlyList<MachineTaint> Taints { get; init => field = value ?? []; } = [];
}
