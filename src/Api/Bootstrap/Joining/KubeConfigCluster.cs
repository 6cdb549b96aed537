using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Bootstrap.Joining;

/// <summary>The kube config cluster.</summary>
[MinProperties(1)]
public sealed record KubeConfigCluster : IOmitEmpty
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
