using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Infrastructure.Docker;

/// <summary>An address at which an API server answers.</summary>
internal sealed record APIEndpoint
{
    /// <summary>The name or IP address.</summary>
    public string? Host { get; init; }

    /// <summary>The TCP port.</summary>
    [Limits(Format = "")]
    public int? Port { get; init; }
}
