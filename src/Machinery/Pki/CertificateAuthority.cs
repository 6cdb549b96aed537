using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Slipway.Machinery.Pki;

/// <summary>A certificate that signs others, with its key. Safe for concurrent use.</summary>
public sealed class CertificateAuthority
{
    private static readonly Oid ServerAuthentication = new("1.3.6.1.5.5.7.3.1");
    private static readonly Oid ClientAuthentication = new("1.3.6.1.5.5.7.3.2");
    private readonly X500DistinguishedName _subject;
    private readonly X509AuthorityKeyIdentifierExtension? _keyIdentifier;

    private CertificateAuthority(X509Certificate2 certificate, string certificatePem, PrivateKey key)
    {
        CertificatePem = certificatePem;
        Key = key;
        Contents = CertificateContents.Of(certificate);
        _subject = certificate.SubjectName;
        _keyIdentifier = certificate.Extensions.OfType<X509SubjectKeyIdentifierExtension>().FirstOrDefault() is { } identifier
            ? X509AuthorityKeyIdentifierExtension.CreateFromSubjectKeyIdentifier(identifier)
            : null;
    }

    /// <summary>The authority's certificate as PEM.</summary>
    public string CertificatePem { get; }

    /// <summary>The authority's key.</summary>
    public PrivateKey Key { get; }

    /// <summary>What the authority's certificate says.</summary>
    public CertificateContents Contents { get; }

    /// <summary>Makes a self-signed authority.</summary>
    /// <param name="commonName">The name that it and its certificates' issuer carry.</param>
    /// <param name="key">Its key.</param>
    /// <param name="notBefore">From when it holds.</param>
    /// <param name="lifetime">For how long.</param>
    public static CertificateAuthority Create(string commonName, PrivateKey key, DateTimeOffset notBefore, TimeSpan lifetime)
    {
        ArgumentNullException.ThrowIfNull(key);
        var subject = Subject(commonName, []);
        var request = key.Request(subject);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(
            X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment | X509KeyUsageFlags.KeyCertSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        using var certificate = key.Certify(request, subject, Validity(notBefore, lifetime), Serial());
        return new(certificate, Pem(certificate), key);
    }

    /// <summary>Reads an authority.</summary>
    /// <param name="certificatePem">Its certificate.</param>
    /// <param name="keyPem">Its private key.</param>
    /// <exception cref="CryptographicException">One of them cannot be read, or they do not belong together.</exception>
    public static CertificateAuthority FromPem(string certificatePem, string keyPem)
    {
        using var certificate = X509Certificate2.CreateFromPem(certificatePem);
        var key = PrivateKey.FromPem(keyPem);
        return certificate.PublicKey.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(key.PublicKey.Span)
            ? new(certificate, certificatePem, key)
            : throw new CryptographicException($"The private key does not belong to the certificate of \"{certificate.Subject}\".");
    }

    /// <summary>Issues a certificate. It never outlives the authority.</summary>
    /// <param name="terms">What it is to say.</param>
    /// <param name="key">The key it is for; used for this one certificate.</param>
    public IssuedCertificate Issue(CertificateTerms terms, PrivateKey key)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(key);
        var request = key.Request(Subject(terms.CommonName, terms.Organizations));
        // The signature is the authority's, so its hash must suit the authority's key.
        request = new CertificateRequest(request.SubjectName, request.PublicKey, Key.Hash);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment, critical: true));
        if (terms.Usages != CertificateUsages.None)
        {
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension(Usages(terms.Usages), critical: false));
        }

        if (terms.Hosts.Count > 0)
        {
            request.CertificateExtensions.Add(AlternativeNames(terms.Hosts));
        }

        if (_keyIdentifier is not null)
        {
            request.CertificateExtensions.Add(_keyIdentifier);
        }

        var (notBefore, notAfter) = Validity(terms.NotBefore, terms.Lifetime);
        notAfter = notAfter < Contents.NotAfter ? notAfter : Contents.NotAfter;
        notBefore = notBefore > Contents.NotBefore ? notBefore : Contents.NotBefore;
        using var certificate = Key.Certify(request, _subject, (notBefore, notAfter), Serial());
        return new IssuedCertificate(Pem(certificate), key);
    }

    private static X500DistinguishedName Subject(string commonName, IReadOnlyList<string> organizations)
    {
        var builder = new X500DistinguishedNameBuilder();
        // The builder writes the last added first: kubeadm's order is O before CN.
        builder.AddCommonName(commonName);
        foreach (var organization in organizations)
        {
            builder.AddOrganizationName(organization);
        }

        return builder.Build();
    }

    private static OidCollection Usages(CertificateUsages usages)
    {
        var oids = new OidCollection();
        if (usages.HasFlag(CertificateUsages.Server))
        {
            oids.Add(ServerAuthentication);
        }

        if (usages.HasFlag(CertificateUsages.Client))
        {
            oids.Add(ClientAuthentication);
        }

        return oids;
    }

    private static X509Extension AlternativeNames(IReadOnlyList<string> hosts)
    {
        var names = new SubjectAlternativeNameBuilder();
        foreach (var host in hosts.Distinct(StringComparer.Ordinal))
        {
            if (IPAddress.TryParse(host, out var address))
            {
                names.AddIpAddress(address);
            }
            else
            {
                names.AddDnsName(host);
            }
        }

        return names.Build();
    }

    private static (DateTimeOffset NotBefore, DateTimeOffset NotAfter) Validity(DateTimeOffset notBefore, TimeSpan lifetime)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lifetime, TimeSpan.Zero);
        return (notBefore, notBefore + lifetime);
    }

    private static byte[] Serial()
    {
        var serial = RandomNumberGenerator.GetBytes(16);
        // Positive, and without a leading zero.
        serial[0] = (byte)((serial[0] & 0x7F) | 0x40);
        return serial;
    }

    private static string Pem(X509Certificate2 certificate) => certificate.ExportCertificatePem() + "\n";
}
