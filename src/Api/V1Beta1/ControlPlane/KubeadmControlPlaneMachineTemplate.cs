using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;
using Slipway.Api.V1Beta1.Core.Shared;

namespace Slipway.Api.V1Beta1.ControlPlane;

/// <summary>The machines of the control plane.</summary>
internal sealed record KubeadmControlPlaneMachineTemplate
{
    /// <summary>The template of the machines' infrastructure.</summary>
    [Required]
    public ObjectReference InfrastructureRef { get; init => field = value ?? new(); } = new();

    /// <summary>Labels and annotations of the machines.</summary>
    public V1Beta1.Core.Shared.TemplateMetadata? Metadata { get; init; }

    /// <summary>How long to try to delete the node of a machine that goes, as in "10s"; 0 tries for ever, absent is 10s.</summary>
    public string? NodeDeletionTimeout { get; init; }

    /// <summary>
    /// How long to wait for the pods of a machine that goes to move elsewhere, as in "10m"; 0 or absent waits for
    /// ever.
    /// </summary>
    public string? NodeDrainTimeout { get; init; }

    /// <summary>
    /// How long to wait for the volumes of a machine that goes to be detached, as in "5m"; 0 or absent waits for
    /// ever.
    /// </summary>
    public string? NodeVolumeDetachTimeout { get; init; }

    /// <summary>Further conditions of a machine that must hold before it counts as ready.</summary>
    [Limits(MaxItems = 32)]
    [ListMap("conditionType")]
    public IReadOnlyList<MachineReadinessGate> ReadinessGates { get; init => field = value ?? []; } = [];

    /// <summary>Taints that the machines' nodes get.</summary>
    [Limits(MinItems = 1, MaxItems = 64)]
    [ListMap("key", "effect")]
    public IReadOnlyList<MachineTaint> Taints { get; init => field = value ?? []; } = [];
}
