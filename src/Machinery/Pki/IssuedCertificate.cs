using System.Security.Cryptography.X509Certificates;

namespace Slipway.Machinery.Pki;

/// <summary>A certificate with its private key.</summary>
/// <param name="CertificatePem">The certificate as PEM (<c>CERTIFICATE</c>).</param>
/// <param name="Key">Its private key.</param>
public sealed record IssuedCertificate(string CertificatePem, PrivateKey Key)
{
    /// <summary>The private key as PEM.</summary>
    public string KeyPem => Key.ToPem();

    /// <summary>The certificate with its key as TLS takes it; the caller disposes it.</summary>
    public X509Certificate2 ToX509()
    {
        using var certificate = X509Certificate2.CreateFromPem(CertificatePem);
        return Key.Join(certificate);
    }
}
