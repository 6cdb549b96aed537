using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Core.Shared;

/// <summary>An address at which an API server answers.</summary>
internal sealed record APIEndpoint
{
    /// <summary>The name or IP address.</summary>
    [Limits(MaxLength = 512)]
    public string? Host { get; init; }

    /// <summary>The TCP port.</summary>
    public int? Port { get; init; }
}
