using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Bootstrap.Joining;

/// <summary>The kube config cluster.</summary>
internal sealed record KubeConfigCluster
{
    /// <summary>The certificate authority data.</summary>
    [Limits(MinLength = 1, MaxLength = 51200, Format = "byte")]
    public string? CertificateAuthorityData { get; init; }

    /// <summary>The insecure skip TLS verify.</summary>
    public bool? InsecureSkipTLSVerify { get; init; }

    /// <summary>The proxy URL.</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? ProxyURL { get; init; }

    /// <summary>The server.</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? Server { get; init; }

    /// <summary>The tls server name.</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? TlsServerName { get; init; }
}
