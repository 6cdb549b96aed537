using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

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
    public SslClientAuthenticationOptions Options()
    {
        var options = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, _, chain, errors) => Trusts(chain, errors) };
        if (_authorities.Count > 0)
        {
            var policy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
                DisableCertificateDownloads = true,

                // Times are judged below, by the injected clock.
                VerificationFlags = X509VerificationFlags.IgnoreNotTimeValid,
            };
            policy.CustomTrustStore.AddRange(_authorities);
            options.CertificateChainPolicy = policy;
        }

        return options;
    }

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
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            return Refuse("tls: failed to verify certificate: the certificate is valid for another name");
        }

        if (errors != SslPolicyErrors.None)
        {
            var faults = chain?.ChainStatus.Select(s => s.StatusInformation.Trim()).Distinct(StringComparer.Ordinal) ?? [];
            return Refuse($"tls: failed to verify certificate: {string.Join("; ", faults)}");
        }

        var now = _clock.GetUtcNow().UtcDateTime;
        foreach (var element in chain?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
        {
            if (now < element.Certificate.NotBefore.ToUniversalTime() || now > element.Certificate.NotAfter.ToUniversalTime())
            {
                return Refuse("tls: failed to verify certificate: certificate has expired or is not yet valid");
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
