using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Bootstrap.Joining;

/// <summary>The local API endpoint.</summary>
internal sealed record LocalAPIEndpoint
{
    /// <summary>The advertise address.</summary>
    [Limits(MinLength = 1, MaxLength = 39)]
    public string? AdvertiseAddress { get; init; }

    /// <summary>The bind port.</summary>
    public int? BindPort { get; init; }
}
