using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Authentication;
using Slipway.Machinery.Pki;

namespace Slipway.Controllers.Workloads.Etcd;

/// <summary>By what this program and an etcd cluster know each other: a client certificate of etcd's authority, and that authority.</summary>
internal sealed class EtcdCredentials : IDisposable
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(3650);
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(24);
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    private readonly X509Certificate2 _client;
    private readonly X509Certificate2Collection _authority = [];
    private readonly string _authorityPem;
    private readonly DateTimeOffset _made;

    private EtcdCredentials(X509Certificate2 client, string authorityPem, DateTimeOffset made)
    {
        _client = client;
        _authorityPem = authorityPem;
        _made = made;
        _authority.ImportFromPem(authorityPem);
    }

    /// <summary>Makes credentials. The key is of an elliptic curve, whatever the cluster's own keys are: it costs next to nothing.</summary>
    /// <param name="at">The authority.</param>
    /// <param name="now">The present time.</param>
    /// <exception cref="WorkloadUnreachableException">The authority cannot be used.</exception>
    public static EtcdCredentials Make(EtcdAccess at, DateTimeOffset now)
    {
        try
        {
            var authority = CertificateAuthority.FromPem(at.AuthorityPem, at.KeyPem);
            var terms = new CertificateTerms("cluster-api.x-k8s.io", now - ClockSkew, Life) { Usages = CertificateUsages.Client };
            var issued = authority.Issue(terms, PrivateKey.Generate(KeyAlgorithm.EcdsaP256));
            return new EtcdCredentials(issued.ToX509(), at.AuthorityPem, now);
        }
        catch (CryptographicException e)
        {
            throw new WorkloadUnreachableException($"No client certificate for etcd can be made from Secret {at.Cluster.Key.Name}-etcd: {e.Message}", e);
        }
    }

    /// <summary>Whether they still do.</summary>
    /// <param name="at">The authority.</param>
    /// <param name="now">The present time.</param>
    public bool AreGood(EtcdAccess at, DateTimeOffset now) => at.AuthorityPem == _authorityPem && now - _made < Fresh;

    /// <summary>How TLS is spoken with them. Host names are not looked at: what is reached is a port of a Pod.</summary>
    /// <param name="host">The name told to the server.</param>
    public SslClientAuthenticationOptions Options(string host) => new()
    {
        TargetHost = host,
        ClientCertificates = [_client],
        EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
        RemoteCertificateValidationCallback = (_, certificate, _, _) => IsOfAuthority(certificate),
    };

    /// <summary>Forgets the private key.</summary>
    public void Dispose()
    {
        _client.Dispose();
        foreach (var certificate in _authority)
        {
            certificate.Dispose();
        }
    }

    private bool IsOfAuthority(X509Certificate? certificate)
    {
        if (certificate is not X509Certificate2 presented)
        {
            return false;
        }

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(_authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        return chain.Build(presented);
    }
}
