using Slipway.Api.Json;

namespace Slipway.Api.Kubernetes;

/// <summary>Who claims, since when and for how long.</summary>
public sealed record LeaseSpec : IOmitEmpty
{
    /// <summary>Who holds the lease.</summary>
    public string? HolderIdentity { get; init; }

    /// <summary>Seconds after the last renewal until others may take it.</summary>
    public int? LeaseDurationSeconds { get; init; }

    /// <summary>When it was taken, as RFC 3339 with microseconds.</summary>
    public string? AcquireTime { get; init; }

    /// <summary>When it was last renewed, as RFC 3339 with microseconds.</summary>
    public string? RenewTime { get; init; }

    /// <summary>How often the holder changed.</summary>
    public int? LeaseTransitions { get; init; }
}
