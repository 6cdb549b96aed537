using Slipway.Api.Core.MachineDeployments;
using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;

namespace Slipway.Api.Core.Topologies;

/// <summary>One group of workers of a topology, as a MachineDeployment.</summary>
public sealed record MachineDeploymentTopology
{
    /// <summary>Which of the class's groups of workers it is.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 256)]
    public string Class { get; init => field = value ?? ""; } = "";

    /// <summary>What is waited for when a machine goes, and which goes first.</summary>
    public MachineDeploymentTopologyDeletionSpec? Deletion { get; init; }

    /// <summary>The failure domain to place the machines in; one of those that the cluster's infrastructure offers.</summary>
    [Limits(MinLength = 1, MaxLength = 256)]
    public string? FailureDomain { get; init; }

    /// <summary>Whether and how the machines' health is checked; absent for what the class says.</summary>
    public MachineDeploymentTopologyHealthCheck? HealthCheck { get; init; }

    /// <summary>Labels and annotations that the MachineDeployment and its machines get.</summary>
    public TemplateMetadata? Metadata { get; init; }

    /// <summary>For how many seconds a machine must be ready before it counts as available.</summary>
    [Limits(Minimum = 0)]
    public int? MinReadySeconds { get; init; }

    /// <summary>The group's name, of its own within the cluster.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 63, Pattern = @"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$")]
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>Further conditions of a machine that must hold before it counts as ready.</summary>
    [Limits(MinItems = 1, MaxItems = 32)]
    [ListMap("conditionType")]
    public IReadOnlyList<MachineReadinessGate> ReadinessGates { get; init => field = value ?? []; } = [];

    /// <summary>How many machines there are to be; absent leaves the number to an autoscaler.</summary>
    public int? Replicas { get; init; }

    /// <summary>When and how machines are replaced.</summary>
    public MachineDeploymentRolloutSpec? Rollout { get; init; }

    /// <summary>Taints that the machines' nodes get.</summary>
    [Limits(MinItems = 1, MaxItems = 64)]
    [ListMap("key", "effect")]
    public IReadOnlyList<MachineTaint> Taints { get; init => field = value ?? []; } = [];

    /// <summary>Values for the variables of the ClusterClass.</summary>
    public TopologyVariables? Variables { get; init; }
}
