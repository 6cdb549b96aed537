namespace Slipway.Machinery.Pki;

/// <summary>What a certificate is to say.</summary>
/// <param name="CommonName">The subject's common name: the user name for Kubernetes.</param>
/// <param name="NotBefore">From when it holds.</param>
/// <param name="Lifetime">For how long.</param>
public sealed record CertificateTerms(string CommonName, DateTimeOffset NotBefore, TimeSpan Lifetime)
{
    /// <summary>The subject's organizations: the user's groups for Kubernetes.</summary>
    public IReadOnlyList<string> Organizations { get; init; } = [];

    /// <summary>The names or IP addresses that a server answers to.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>What it may be used for.</summary>
    public CertificateUsages Usages { get; init; } = CertificateUsages.Server | CertificateUsages.Client;
}
