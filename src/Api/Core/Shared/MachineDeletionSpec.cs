using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Core.Shared;

/// <summary>The machine deletion spec.</summary>
[MinProperties(1)]
public sealed record MachineDeletionSpec : IOmitEmpty
{
    /// <summary>The node deletion timeout seconds.</summary>
    [Limits(Minimum = 0)]
    public int? NodeDeletionTimeoutSeconds { get; init; }

    /// <summary>The node drain timeout seconds.</summary>
    [Limits(Minimum = 0)]
    public int? NodeDrainTimeoutSeconds { get; init; }

    /// <summary>The node volume detach timeout seconds.</summary>
    [Limits(Minimum = 0)]
    public int? NodeVolumeDetachTimeoutSeconds { get; init; }
}
