using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Core.Shared;

/// <summary>The API endpoint.</summary>
[MinProperties(1)]
public sealed record APIEndpoint : IOmitEmpty
{
    /// <summary>The host.</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? Host { get; init; }

    /// <summary>The port.</summary>
    [Limits(Minimum = 1, Maximum = 65535)]
    public int? Port { get; init; }
}
