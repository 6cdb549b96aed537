using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Core.Topologies;

/// <summary>The control plane of a topology.</summary>
[MinProperties(1)]
public sealed record ControlPlaneTopology : IOmitEmpty
{
    /// <summary>What is waited for when a machine goes, and for how long.</summary>
    public MachineDeletionSpec? Deletion { get; init; }

    /// <summary>Whether and how the machines' health is checked; absent for what the class says.</summary>
    public ControlPlaneTopologyHealthCheck? HealthCheck { get; init; }

    /// <summary>Labels and annotations that the control plane and its machines get.</summary>
    public TemplateMetadata? Metadata { get; init; }

    /// <summary>Further conditions of a machine that must hold before it counts as ready.</summary>
    [Limits(MinItems = 1, MaxItems = 32)]
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
