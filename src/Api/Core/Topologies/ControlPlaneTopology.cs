using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Core.Topologies;

/// <summary>The control plane topology.</summary>
[MinProperties(1)]
public sealed record ControlPlaneTopology : IOmitEmpty
{
    /// <summary>The deletion.</summary>
    public MachineDeletionSpec? Deletion { get; init; }

    /// <summary>The health check.</summary>
    public ControlPlaneTopologyHealthCheck? HealthCheck { get; init; }

    /// <summary>The metadata.</summary>
    public TemplateMetadata? Metadata { get; init; }

    /// <summary>The readiness gates.</summary>
    [Limits(MinItems = 1, MaxItems = 32)]
    [ListMap("conditionType")]
    public IReadOnlyList<MachineReadinessGate> ReadinessGates { get; init => field = value ?? []; } = [];

    /// <summary>The replicas.</summary>
    public int? Replicas { get; init; }

    /// <summary>The rollout.</summary>
    public ControlPlaneTopologyRolloutSpec? Rollout { get; init; }

    /// <summary>The taints.</summary>
    [Limits(MinItems = 1, MaxItems = 64)]
    [ListMap("key", "effect")]
    public IReadOnlyList<MachineTaint> Taints { get; init => field = value ?? []; } = [];

    /// <summary>The variables.</summary>
    public TopologyVariables? Variables { get; init; }
}
