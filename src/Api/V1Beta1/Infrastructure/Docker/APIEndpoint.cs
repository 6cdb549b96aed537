using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Infrastructure.Docker;

/// <summary>The API endpoint.</summary>
internal sealed record APIEndpoint
{
    /// <summary>The host.</summary>
    public string? Host { get; init; }

    /// <summary>The port.</summary>
    [Limits(Format = "")]
    public int? Port { get; init; }
}
