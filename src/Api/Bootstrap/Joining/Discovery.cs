using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Bootstrap.Joining;

/// <summary>The discovery.</summary>
[MinProperties(1)]
public sealed record Discovery : IOmitEmpty
{
    /// <summary>The bootstrap token.</summary>
    public BootstrapTokenDiscovery? BootstrapToken { get; init; }

    /// <summary>The file.</summary>
    public FileDiscovery? File { get; init; }

    /// <summary>The tls bootstrap token.</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? TlsBootstrapToken { get; init; }
}
