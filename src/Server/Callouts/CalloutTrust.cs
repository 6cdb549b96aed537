using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Slipway.Machinery.Pki;

namespace Slipway.Server.Callouts;

/// <summary>
/// Whether a webhook is the one that its configuration means: its certificate must be for the name that is called, hold now,
/// and be issued by one of the configured authorities, where any are configured.
/// </summary>
internal sealed class CalloutTrust : IDisposable
{
    private readonly X509Certificate2Collection _authorities = [];
    private readonly TimeProvider _clock;

    /// <summary>Reads the authorities.</summary>
    /// <param name="authorities">Certificates as PEM; empty to trust those that the machine trusts.</param>
    /// <param name="clock">What time it is.</param>
    /// <exception cref="CalloutException">There are none in it.</exception>
    public CalloutTrust(string authorities, TimeProvider clock)
    {
        _clock = clock;
        if (authorities.Trim().Length == 0)
        {
            return;
        }

        try
        {
            _authorities.ImportFromPem(authorities);
        }
        catch (System.Security.Cryptography.CryptographicException e)
        {
            throw new CalloutException($"unable to load root certificates: {e.Message}", e);
        }

        if (_authorities.Count == 0)
        {
            throw new CalloutException("unable to load root certificates: unable to parse bytes as PEM block");
        }
    }

    /// <summary>Why the last webhook that was not trusted was not; empty where none was.</summary>
    public string Distrust { get; private set; } = "";

    /// <summary>For the TLS layer of a connection.</summary>
    public SslClientAuthenticationOptions Options() => new()
    {
        RemoteCertificateValidationCallback = (_, _, chain, errors) => Trusts(chain, errors),
        CertificateChainPolicy = CertificateTrust.Policy(_authorities),
    };

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var authority in _authorities)
        {
            authority.Dispose();
        }
    }

    private bool Trusts(X509Chain? chain, SslPolicyErrors errors)
    {
        if (CertificateTrust.Judge(chain, errors, _clock.GetUtcNow()) is not { } fault)
        {
            return true;
        }

        Distrust = "tls: failed to verify certificate: " + fault.Kind switch
        {
            TrustFaultKind.OtherName => "the certificate is valid for another name",
            TrustFaultKind.OutOfTime => "certificate has expired or is not yet valid",
            _ => fault.Detail,
        };
        return false;
    }
}
