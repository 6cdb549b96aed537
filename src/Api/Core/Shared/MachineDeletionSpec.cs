using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Core.Shared;

/// <summary>What is waited for when a machine goes, and for how long.</summary>
[MinProperties(1)]
public sealed record MachineDeletionSpec : IOmitEmpty
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
}
