using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Bootstrap.Joining;

/// <summary>The local API endpoint.</summary>
[MinProperties(1)]
public sealed record LocalAPIEndpoint : IOmitEmpty
{
    /// <summary>The advertise address.</summary>
    [Limits(MinLength = 1, MaxLength = 39)]
    public string? AdvertiseAddress { get; init; }

    /// <summary>The bind port.</summary>
    [Limits(Minimum = 1)]
    public int? BindPort { get; init; }
}
