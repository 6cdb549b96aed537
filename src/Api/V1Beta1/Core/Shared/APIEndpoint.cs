using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Core.Shared;

/// <summary>The API endpoint.</summary>
internal sealed record APIEndpoint
{
    /// <summary>The host.</summary>
    [Limits(MaxLength = 512)]
    public string? Host { get; init; }

    /// <summary>The port.</summary>
    public int? Port { get; init; }
}
