using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Slipway.Machinery.Pki;

namespace Slipway.Runtime.Clients.Http;

/// <summary>How an API server is reached, and as whom. Made once, shared by all connections to it.</summary>
public sealed class ClientConnection : IDisposable
{
    private readonly X509Certificate2Collection _authorities = [];
    private readonly X509Certificate2? _certificate;
    private readonly bool _skipVerify;
    private readonly string _serverName;

    /// <summary>Takes what a kubeconfig says.</summary>
    /// <param name="kubeconfig">The kubeconfig.</param>
    /// <exception cref="FormatException">The server's address is none, or a certificate cannot be read.</exception>
    public ClientConnection(Kubeconfig kubeconfig)
    {
        ArgumentNullException.ThrowIfNull(kubeconfig);
        if (!Uri.TryCreate(kubeconfig.Server, UriKind.Absolute, out var server) || server.Scheme is not ("https" or "http"))
        {
            throw new FormatException($"The kubeconfig's server '{kubeconfig.Server}' is no https address.");
        }

        Server = server;
        Token = kubeconfig.Token;
        _serverName = kubeconfig.TlsServerName;
        _skipVerify = kubeconfig.SkipTlsVerify;
        try
        {
            if (kubeconfig.CertificateAuthorityPem.Length > 0)
            {
                _authorities.ImportFromPem(kubeconfig.CertificateAuthorityPem);
            }

            if (kubeconfig.ClientCertificatePem.Length > 0)
            {
                _certificate = new IssuedCertificate(kubeconfig.ClientCertificatePem, PrivateKey.FromPem(kubeconfig.ClientKeyPem)).ToX509();
            }
        }
        catch (System.Security.Cryptography.CryptographicException e)
        {
            throw new FormatException($"The kubeconfig's certificates for {server} cannot be used: {e.Message}", e);
        }
    }

    /// <summary>The server's address.</summary>
    public Uri Server { get; }

    /// <summary>The bearer token; empty where a certificate says who asks.</summary>
    public string Token { get; }

    /// <summary>A handler of connections to the server; the caller disposes it.</summary>
    public SocketsHttpHandler CreateHandler() => new()
    {
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(2),
        EnableMultipleHttp2Connections = true,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        UseCookies = false,
        UseProxy = !Server.IsLoopback,
        SslOptions = Tls(),
    };

    /// <inheritdoc/>
    public void Dispose()
    {
        _certificate?.Dispose();
        foreach (var authority in _authorities)
        {
            authority.Dispose();
        }
    }

    /// <summary>Names the server, no secrets.</summary>
    public override string ToString() => Server.ToString();

    private SslClientAuthenticationOptions Tls()
    {
        var options = new SslClientAuthenticationOptions();
        if (_serverName.Length > 0)
        {
            options.TargetHost = _serverName;
        }

        if (_skipVerify)
        {
            // The kubeconfig says insecure-skip-tls-verify: its user asked for exactly this.
            options.RemoteCertificateValidationCallback = static (_, _, _, _) => true;
        }
        else if (_authorities.Count > 0)
        {
            options.CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
            };
            options.CertificateChainPolicy.CustomTrustStore.AddRange(_authorities);
        }

        if (_certificate is not null)
        {
            options.ClientCertificateContext = SslStreamCertificateContext.Create(_certificate, additionalCertificates: null, offline: true);
        }

        return options;
    }
}
