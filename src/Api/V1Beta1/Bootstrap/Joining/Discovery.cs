using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Bootstrap.Joining;

/// <summary>The discovery.</summary>
internal sealed record Discovery
{
    /// <summary>The bootstrap token.</summary>
    public BootstrapTokenDiscovery? BootstrapToken { get; init; }

    /// <summary>The file.</summary>
    public FileDiscovery? File { get; init; }

    /// <summary>The timeout.</summary>
    public string? Timeout { get; init; }

    /// <summary>The tls bootstrap token.</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? TlsBootstrapToken { get; init; }
}
