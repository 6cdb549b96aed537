using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Slipway.Unit.Server.Http;

/// <summary>A certificate authority for tests.</summary>
internal sealed class TestPki
{
    private static readonly Oid ServerUse = new("1.3.6.1.5.5.7.3.1");
    private static readonly Oid ClientUse = new("1.3.6.1.5.5.7.3.2");

    private readonly Lazy<X509Certificate2> _serving;
    private readonly Lazy<X509Certificate2> _admin;

    public TestPki()
    {
        _serving = new(() => Issue("CN=kube-apiserver", ServerUse));
        _admin = new(() => Issue("CN=kubernetes-admin, O=system:masters", ClientUse));
    }

    /// <summary>One for all tests that need no other: keys cost time.</summary>
    public static TestPki Shared { get; } = new();

    public X509Certificate2 Authority { get; } = MakeAuthority();

    public X509Certificate2 Serving => _serving.Value;

    public X509Certificate2 Admin => _admin.Value;

    public X509Certificate2 Issue(string subject, Oid use) => Issue(new X500DistinguishedName(subject), use);

    public X509Certificate2 IssueClient(X500DistinguishedName subject) => Issue(subject, ClientUse);

    private X509Certificate2 Issue(X500DistinguishedName subject, Oid use)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([use], critical: false));
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var bare = request.Create(Authority, Authority.NotBefore, Authority.NotAfter, RandomNumberGenerator.GetBytes(8));
        return bare.CopyWithPrivateKey(key);
    }

    private static X509Certificate2 MakeAuthority()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=kubernetes", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddHours(-1), now.AddHours(24));
    }
}
