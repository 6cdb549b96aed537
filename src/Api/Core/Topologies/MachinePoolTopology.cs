using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;

namespace Slipway.Api.Core.Topologies;

/// <summary>One group of workers of a topology, as a MachinePool.</summary>
public sealed record MachinePoolTopology
{
    /// <summary>Which of the class's pools of workers it is.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 256)]
    public string Class { get; init => field = value ?? ""; } = "";

    /// <summary>What is waited for when a machine goes, and for how long.</summary>
    public MachineDeletionSpec? Deletion { get; init; }

    /// <summary>The failure domains to place the machines in.</summary>
    [Limits(MinItems = 1, MaxItems = 100)]
    [AtomicList]
    [ItemLimits(MinLength = 1, MaxLength = 256)]
    public IReadOnlyList<string> FailureDomains { get; init => field = value ?? []; } = [];

    /// <summary>Labels and annotations that the MachinePool gets.</summary>
    public TemplateMetadata? Metadata { get; init; }

    /// <summary>For how many seconds a machine must be ready before it counts as available.</summary>
    [Limits(Minimum = 0)]
    public int? MinReadySeconds { get; init; }

    /// <summary>The group's name, of its own within the cluster.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 63, Pattern = @"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$")]
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>How many machines there are to be; absent leaves the number to an autoscaler.</summary>
    public int? Replicas { get; init; }

    /// <summary>Taints that the machines' nodes get.</summary>
    [Limits(MinItems = 1, MaxItems = 64)]
    [ListMap("key", "effect")]
    public IReadOnlyList<MachineTaint> Taints { get; init => field = value ?? []; } = [];

    /// <summary>Values for the variables of the ClusterClass.</summary>
    public TopologyVariables? Variables { get; init; }
}
