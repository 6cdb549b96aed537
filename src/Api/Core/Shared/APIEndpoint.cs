using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Core.Shared;

/// <summary>An address at which an API server answers.</summary>
[MinProperties(1)]
public sealed record APIEndpoint : IOmitEmpty
{
    /// <summary>The name or IP address.</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? Host { get; init; }

    /// <summary>The TCP port.</summary>
    [Limits(Minimum = 1, Maximum = 65535)]
    public int? Port { get; init; }
}
