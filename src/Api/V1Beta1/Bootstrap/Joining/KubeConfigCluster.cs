using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Bootstrap.Joining;

/// <summary>Where a cluster answers.</summary>
internal sealed record KubeConfigCluster
{
    /// <summary>The authority of its certificates, PEM in base64.</summary>
    [Limits(MinLength = 1, MaxLength = 51200, Format = "byte")]
    public string? CertificateAuthorityData { get; init; }

    /// <summary>Whether any certificate is taken; then anyone can pose as the cluster.</summary>
    public bool? InsecureSkipTLSVerify { get; init; }

    /// <summary>The proxy on the way to it.</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? ProxyURL { get; init; }

    /// <summary>Its address, as in "https://10.0.0.1:6443".</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? Server { get; init; }

    /// <summary>The name expected in its certificate, in place of the address's.</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? TlsServerName { get; init; }
}
