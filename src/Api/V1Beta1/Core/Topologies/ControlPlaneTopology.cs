using Slipway.Api.Core.Shared;
using Slipway.Api.Core.Topologies;
using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Core.Topologies;

/// <summary>The control plane of a topology.</summary>
internal sealed record ControlPlaneTopology
{
    /// <summary>Whether and how the machines' health is checked; absent for what the class says.</summary>
    public MachineHealthCheckTopology? MachineHealthCheck { get; init; }

    /// <summary>Labels and annotations that the control plane and its machines get.</summary>
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

    /// <summary>How many machines the control plane has; absent where the class's control plane has none.</summary>
    public int? Replicas { get; init; }

    /// <summary>When machines are replaced.</summary>
    public ControlPlaneTopologyRolloutSpec? Rollout { get; init; }

    /// <summary>Taints that the machines' nodes get.</summary>
    [Limits(MinItems = 1, MaxItems = 64)]
    [ListMap("key", "effect")]
    public IReadOnlyList<MachineTaint> Taints { get; init => field = value ?? []; } = [];

    /// <summary>Values for the variables of the ClusterClass.</summary>
    public TopologyVariables? Variables { get; init; }
}
