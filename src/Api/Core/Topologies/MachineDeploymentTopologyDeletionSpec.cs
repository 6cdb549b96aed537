using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Core.Topologies;

/// <summary>What is waited for when a machine goes, for how long, and which goes first.</summary>
[MinProperties(1)]
public sealed record MachineDeploymentTopologyDeletionSpec : IOmitEmpty
{
    /// <summary>Seconds to try to delete the node of a machine that goes; 0 tries for ever, absent is 10.</summary>
    [Limits(Minimum = 0)]
    public int? NodeDeletionTimeoutSeconds { get; init; }

    /// <summary>Seconds to wait for the pods of a machine that goes to move elsewhere; 0 or absent waits for ever.</summary>
    [Limits(Minimum = 0)]
    public int? NodeDrainTimeoutSeconds { get; init; }

    /// <summary>Seconds to wait for the volumes of a machine that goes to be detached; 0 or absent waits for ever.</summary>
    [Limits(Minimum = 0)]
    public int? NodeVolumeDetachTimeoutSeconds { get; init; }

    /// <summary>Random (as where absent), Newest or Oldest first.</summary>
    [Allowed("Random", "Newest", "Oldest")]
    public string? Order { get; init; }
}
