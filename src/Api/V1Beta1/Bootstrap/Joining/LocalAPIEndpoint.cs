using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Bootstrap.Joining;

/// <summary>Where a machine's own API server answers.</summary>
internal sealed record LocalAPIEndpoint
{
    /// <summary>The address that it tells others.</summary>
    [Limits(MinLength = 1, MaxLength = 39)]
    public string? AdvertiseAddress { get; init; }

    /// <summary>The port that it listens on; 6443 where absent.</summary>
    public int? BindPort { get; init; }
}
