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
        var options = new SslClientAuthenticationOptions
        {
            RemoteCertificateValidationCallback = (_, _, chain, errors) => Trusts(chain, errors),
            CertificateChainPolicy = CertificateTrust.Policy(_authorities),
        };
        if (serverName.Length > 0)
        {
            options.TargetHost = serverName;
        }

        if (_client is not null)
        {
            options.ClientCertificateContext = SslStreamCertificateContext.Create(_client, additionalCertificates: null, offline: true);
        }

        return options;
    }

    private bool Trusts(X509Chain? chain, SslPolicyErrors errors)
    {
        if (_skip || CertificateTrust.Judge(chain, errors, _clock.GetUtcNow()) is not { } fault)
        {
            return true;
        }

        Distrust = fault switch
        {
            { Kind: TrustFaultKind.OtherName } => "its certificate is for another name",
            { Certificate: { } certificate } => $"the certificate {certificate.Subject} is valid from {certificate.NotBefore:u} to {certificate.NotAfter:u} only",
            _ => $"its certificate is not to be trusted ({fault.Detail})",
        };
        return false;
    }
}
