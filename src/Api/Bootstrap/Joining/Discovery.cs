using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Bootstrap.Joining;

/// <summary>How a joining machine comes to trust the cluster.</summary>
[MinProperties(1)]
public sealed record Discovery : IOmitEmpty
{
    /// <summary>By a token.</summary>
    public BootstrapTokenDiscovery? BootstrapToken { get; init; }

    /// <summary>By a kubeconfig file.</summary>
    public FileDiscovery? File { get; init; }

    /// <summary>The token with which the kubelet asks for its certificate; the token above where absent.</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? TlsBootstrapToken { get; init; }
}
