using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Slipway.Machinery.Pki;

namespace Slipway.Runtime.Clients.Http;

/// <summary>
/// What makes a server trusted, and what it is shown: the certificates of one kubeconfig. Times of validity are judged by
/// the injected clock. The last reason for distrust is kept, since TLS itself does not tell it.
/// </summary>
internal sealed class ServerTrust : IDisposable
{
    private readonly X509Certificate2Collection _authorities = [];
    private readonly X509Certificate2? _client;
    private readonly bool _skip;
    private readonly TimeProvider _clock;

    /// <summary>Reads the certificates.</summary>
    /// <param name="connection">Where they stand.</param>
    /// <param name="clock">What time it is.</param>
    /// <exception cref="System.Security.Cryptography.CryptographicException">A certificate or key is no PEM, or they do not fit.</exception>
    public ServerTrust(Kubeconfig connection, TimeProvider clock)
    {
        _clock = clock;
        _skip = connection.SkipTlsVerify;
        if (connection.CertificateAuthorityPem.Length > 0)
        {
            _authorities.ImportFromPem(connection.CertificateAuthorityPem);
        }

        if (connection.ClientCertificatePem.Length > 0)
        {
            _client = X509Certificate2.CreateFromPem(connection.ClientCertificatePem, connection.ClientKeyPem);
        }

        Options = MakeOptions(connection.TlsServerName);
    }

    /// <summary>For the TLS layer of a connection.</summary>
    public SslClientAuthenticationOptions Options { get; }

    /// <summary>Why the last server that was not trusted was not; empty where none was.</summary>
    public string Distrust { get; private set; } = "";

    /// <inheritdoc/>
    public void Dispose()
    {
        _client?.Dispose();
        foreach (var authority in _authorities)
        {
            authority.Dispose();
        }
    }

    private SslClientAuthenticationOptions MakeOptions(string serverName)
    {
        var options = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, _, chain, errors) => Trusts(chain, errors) };
        if (serverName.Length > 0)
        {
            options.TargetHost = serverName;
        }

        if (_client is not null)
        {
            options.ClientCertificateContext = SslStreamCertificateContext.Create(_client, additionalCertificates: null, offline: true);
        }

        if (_authorities.Count > 0)
        {
            var policy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
                DisableCertificateDownloads = true,
                VerificationFlags = X509VerificationFlags.IgnoreNotTimeValid,
            };
            policy.CustomTrustStore.AddRange(_authorities);
            options.CertificateChainPolicy = policy;
        }

        return options;
    }

    private bool Trusts(X509Chain? chain, SslPolicyErrors errors)
    {
        if (_skip)
        {
            return true;
        }

        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            return Refuse("its certificate is for another name");
        }

        if (errors != SslPolicyErrors.None)
        {
            var faults = chain?.ChainStatus.Select(s => s.StatusInformation.Trim()).Distinct(StringComparer.Ordinal) ?? [];
            return Refuse($"its certificate is not to be trusted ({string.Join("; ", faults)})");
        }

        var now = _clock.GetUtcNow().UtcDateTime;
        foreach (var element in chain?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
        {
            if (now < element.Certificate.NotBefore.ToUniversalTime() || now > element.Certificate.NotAfter.ToUniversalTime())
            {
                return Refuse($"the certificate {element.Certificate.Subject} is valid from {element.Certificate.NotBefore:u} to {element.Certificate.NotAfter:u} only");
            }
        }

        return true;
    }

    private bool Refuse(string cause)
    {
        Distrust = cause;
        return false;
    }
}
