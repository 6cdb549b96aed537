using Slipway.Api.Core.Shared;
using Slipway.Api.Core.Topologies;
using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Core.Topologies;

/// <summary>The control plane topology.</summary>
internal sealed record ControlPlaneTopology
{
    /// <summary>The machine health check.</summary>
    public MachineHealthCheckTopology? MachineHealthCheck { get; init; }

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
