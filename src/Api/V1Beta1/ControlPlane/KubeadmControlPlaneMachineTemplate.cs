using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;
using Slipway.Api.V1Beta1.Core.Shared;

namespace Slipway.Api.V1Beta1.ControlPlane;

/// <summary>The kubeadm control plane machine template.</summary>
internal sealed record KubeadmControlPlaneMachineTemplate
{
    /// <summary>The infrastructure ref.</summary>
    [Required]
    public ObjectReference InfrastructureRef { get; init => field = value ?? new(); } = new();

    /// <summary>The metadata.</summary>
    public V1Beta1.Core.Shared.TemplateMetadata? Metadata { get; init; }

    /// <summary>The node deletion timeout.</summary>
    public string? NodeDeletionTimeout { get; init; }

    /// <summary>The node drain timeout.</summary>
    public string? NodeDrainTimeout { get; init; }

    /// <summary>The node volume detach timeout.</summary>
    public string? NodeVolumeDetachTimeout { get; init; }

    /// <summary>The readiness gates.</summary>
    [Limits(MaxItems = 32)]
    [ListMap("conditionType")]
    public IReadOnlyList<MachineReadinessGate> ReadinessGates { get; init => field = value ?? []; } = [];

    /// <summary>The taints.</summary>
    [Limits(MinItems = 1, MaxItems = 64)]
    [ListMap("key", "effect")]
    public IReadOnlyList<MachineTaint> Taints { get; init => field = value ?? []; } = [];
}
