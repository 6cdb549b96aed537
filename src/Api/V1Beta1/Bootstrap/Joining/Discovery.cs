using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Bootstrap.Joining;

/// <summary>How a joining machine comes to trust the cluster.</summary>
internal sealed record Discovery
{
    /// <summary>By a token.</summary>
    public BootstrapTokenDiscovery? BootstrapToken { get; init; }

    /// <summary>By a kubeconfig file.</summary>
    public FileDiscovery? File { get; init; }

    /// <summary>How long to try, as in "5m".</summary>
    public string? Timeout { get; init; }

    /// <summary>The token with which the kubelet asks for its certificate; the token above where absent.</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? TlsBootstrapToken { get; init; }
}
