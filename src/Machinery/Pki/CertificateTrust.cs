using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Slipway.Machinery.Pki;

/// <summary>
/// Judges the certificate of the other side of a connection: it must be for the name that is called, be issued by a given
/// authority where any are given, and be valid by a given clock.
/// </summary>
public static class CertificateTrust
{
    /// <summary>How chains are built where only the given authorities count.</summary>
    /// <param name="authorities">The authorities.</param>
    /// <returns>The policy; null where there are none, and the machine's own count.</returns>
    public static X509ChainPolicy? Policy(X509Certificate2Collection authorities)
    {
        ArgumentNullException.ThrowIfNull(authorities);
        if (authorities.Count == 0)
        {
            return null;
        }

        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,

            // Times are for Judge, by the clock it is given.
            VerificationFlags = X509VerificationFlags.IgnoreNotTimeValid,
        };
        policy.CustomTrustStore.AddRange(authorities);
        return policy;
    }

    /// <summary>Judges a chain that TLS has built.</summary>
    /// <param name="chain">The chain; null where there is none.</param>
    /// <param name="errors">What TLS found.</param>
    /// <param name="now">What time it is.</param>
    /// <returns>What is wrong; null where the certificate is to be trusted.</returns>
    public static TrustFault? Judge(X509Chain? chain, SslPolicyErrors errors, DateTimeOffset now)
    {
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            return new TrustFault(TrustFaultKind.OtherName);
        }

        if (errors != SslPolicyErrors.None)
        {
            var faults = chain?.ChainStatus.Select(s => s.StatusInformation.Trim()).Distinct(StringComparer.Ordinal) ?? [];
            return new TrustFault(TrustFaultKind.NotTrusted, string.Join("; ", faults));
        }

        var time = now.UtcDateTime;
        foreach (var element in chain?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
        {
            if (time < element.Certificate.NotBefore.ToUniversalTime() || time > element.Certificate.NotAfter.ToUniversalTime())
            {
                return new TrustFault(TrustFaultKind.OutOfTime, Certificate: element.Certificate);
            }
        }

        return null;
    }
}
