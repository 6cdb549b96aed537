using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Slipway.Machinery.Pki;

/// <summary>What a certificate says.</summary>
/// <param name="CommonName">The subject's common name; empty where there is none.</param>
/// <param name="Organizations">The subject's organizations.</param>
/// <param name="NotBefore">From when it holds.</param>
/// <param name="NotAfter">Until when it holds.</param>
public sealed record CertificateContents(string CommonName, IReadOnlyList<string> Organizations, DateTimeOffset NotBefore, DateTimeOffset NotAfter)
{
    /// <summary>The DNS names and IP addresses it is for.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Whether it may sign other certificates.</summary>
    public bool IsAuthority { get; init; }

    /// <summary>The pin of its public key as kubeadm's discovery takes it: <c>sha256:</c> and 64 hexadecimal digits.</summary>
    public string PublicKeyPin { get; init; } = "";

    /// <summary>Reads the first certificate of a PEM text.</summary>
    /// <param name="pem">The text.</param>
    /// <exception cref="CryptographicException">There is no certificate, or it is damaged.</exception>
    public static CertificateContents Parse(string pem)
    {
        using var certificate = X509Certificate2.CreateFromPem(pem);
        return Of(certificate);
    }

    /// <summary>Reads a certificate.</summary>
    /// <param name="certificate">The certificate.</param>
    public static CertificateContents Of(X509Certificate2 certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        var names = Subject(certificate.SubjectName);
        return new CertificateContents(
            names.FirstOrDefault(n => n.Oid == "2.5.4.3").Value ?? "",
            [.. names.Where(n => n.Oid == "2.5.4.10").Select(n => n.Value)],
            Utc(certificate.NotBefore),
            Utc(certificate.NotAfter))
        {
            Hosts = HostsOf(certificate),
            IsAuthority = certificate.Extensions.OfType<X509BasicConstraintsExtension>().Any(e => e.CertificateAuthority),
            PublicKeyPin = PinOf(certificate.PublicKey.ExportSubjectPublicKeyInfo()),
        };
    }

    /// <summary>The pin of a public key.</summary>
    /// <param name="publicKey">A DER SubjectPublicKeyInfo.</param>
    public static string PinOf(ReadOnlySpan<byte> publicKey) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(publicKey));

    private static DateTimeOffset Utc(DateTime local) => new(local.ToUniversalTime(), TimeSpan.Zero);

    private static List<string> HostsOf(X509Certificate2 certificate)
    {
        var hosts = new List<string>();
        foreach (var extension in certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>())
        {
            hosts.AddRange(extension.EnumerateDnsNames());
            hosts.AddRange(extension.EnumerateIPAddresses().Select(a => a.ToString()));
        }

        return hosts;
    }

    private static List<(string Oid, string Value)> Subject(X500DistinguishedName name)
    {
        var parts = new List<(string, string)>();
        var sequence = new AsnReader(name.RawData, AsnEncodingRules.DER).ReadSequence();
        while (sequence.HasData)
        {
            var set = sequence.ReadSetOf();
            while (set.HasData)
            {
                var pair = set.ReadSequence();
                var oid = pair.ReadObjectIdentifier();
                var tag = pair.PeekTag();
                if (tag.TagClass == TagClass.Universal && (UniversalTagNumber)tag.TagValue is var kind
                    && kind is UniversalTagNumber.UTF8String or UniversalTagNumber.PrintableString or UniversalTagNumber.IA5String or UniversalTagNumber.T61String or UniversalTagNumber.BMPString)
                {
                    parts.Add((oid, pair.ReadCharacterString(kind)));
                }
            }
        }

        return parts;
    }
}
