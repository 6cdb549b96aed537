using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Core.Topologies;

/// <summary>One group of workers of a topology, as a MachinePool.</summary>
internal sealed record MachinePoolTopology
{
    /// <summary>Which of the class's pools of workers it is.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 256)]
    public string Class { get; init => field = value ?? ""; } = "";

    /// <summary>The failure domains to place the machines in.</summary>
    [Limits(MaxItems = 100)]
    [ItemLimits(MinLength = 1, MaxLength = 256)]
    public IReadOnlyList<string> FailureDomains { get; init => field = value ?? []; } = [];

    /// <summary>Labels and annotations that the MachinePool gets.</summary>
    public V1Beta1.Core.Shared.TemplateMetadata? Metadata { get; init; }

    /// <summary>For how many seconds a machine must be ready before it counts as available.</summary>
    public int? MinReadySeconds { get; init; }

    /// <summary>The group's name, of its own within the cluster.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 63)]
    public string Name { get; init => field = value ?? ""; } = "";

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

    /// <summary>How many machines there are to be; absent leaves the number to an autoscaler.</summary>
    public int? Replicas { get; init; }

    /// <summary>Taints that the machines' nodes get.</summary>
    [Limits(MinItems = 1, MaxItems = 64)]
    [ListMap("key", "effect")]
    public IReadOnlyList<MachineTaint> Taints { get; init => field = value ?? []; } = [];

    /// <summary>Values for the variables of the ClusterClass.</summary>
    public TopologyVariables? Variables { get; init; }
}
