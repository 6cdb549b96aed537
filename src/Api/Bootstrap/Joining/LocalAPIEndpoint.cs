using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Bootstrap.Joining;

/// <summary>Where a machine's own API server answers.</summary>
[MinProperties(1)]
public sealed record LocalAPIEndpoint : IOmitEmpty
{
    /// <summary>The address that it tells others.</summary>
    [Limits(MinLength = 1, MaxLength = 39)]
    public string? AdvertiseAddress { get; init; }

    /// <summary>The port that it listens on; 6443 where absent.</summary>
    [Limits(Minimum = 1)]
    public int? BindPort { get; init; }
}
