using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Slipway.Machinery.Pki;

namespace Slipway.Unit.Machinery.Pki;

public sealed class Certificates
{
    private static readonly DateTimeOffset Now = new(2024, 5, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    public static TheoryData<KeyAlgorithm> Algorithms => new(KeyAlgorithm.EcdsaP256, KeyAlgorithm.EcdsaP384, KeyAlgorithm.Rsa2048);

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void A_key_survives_PEM(KeyAlgorithm algorithm)
    {
        var key = PrivateKey.Generate(algorithm);
        Assert.Equal(algorithm, key.Algorithm);
        Assert.StartsWith(algorithm == KeyAlgorithm.Rsa2048 ? "-----BEGIN RSA PRIVATE KEY-----" : "-----BEGIN EC PRIVATE KEY-----", key.ToPem(), StringComparison.Ordinal);
        var again = PrivateKey.FromPem("junk\n" + key.ToPem());
        Assert.Equal(key.PublicKey.ToArray(), again.PublicKey.ToArray());
        Assert.StartsWith("-----BEGIN PUBLIC KEY-----", key.ToPublicPem(), StringComparison.Ordinal);
        Assert.True(again.Verify("x"u8, key.Sign("x"u8)));
        Assert.False(again.Verify("y"u8, key.Sign("x"u8)));
    }

    [Fact]
    public void PKCS8_is_read()
    {
        using var rsa = RSA.Create(2048);
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.Equal(KeyAlgorithm.Rsa2048, PrivateKey.FromPem(rsa.ExportPkcs8PrivateKeyPem()).Algorithm);
        Assert.Equal(KeyAlgorithm.EcdsaP256, PrivateKey.FromPem(ecdsa.ExportPkcs8PrivateKeyPem()).Algorithm);
        Assert.Throws<CryptographicException>(() => PrivateKey.FromPem(rsa.ExportSubjectPublicKeyInfoPem()));
    }

    [Theory]
    [InlineData(KeyAlgorithm.EcdsaP256, KeyAlgorithm.EcdsaP256)]
    [InlineData(KeyAlgorithm.EcdsaP384, KeyAlgorithm.EcdsaP256)]
    [InlineData(KeyAlgorithm.EcdsaP256, KeyAlgorithm.Rsa2048)]
    [InlineData(KeyAlgorithm.Rsa2048, KeyAlgorithm.EcdsaP256)]
    public void An_authority_issues_certificates_that_chain_to_it(KeyAlgorithm authorityKey, KeyAlgorithm leafKey)
    {
        var authority = CertificateAuthority.Create("kubernetes", PrivateKey.Generate(authorityKey), Now, 10 * Year);
        authority = CertificateAuthority.FromPem(authority.CertificatePem, authority.Key.ToPem());
        Assert.True(authority.Contents.IsAuthority);
        Assert.Equal(Now + (10 * Year), authority.Contents.NotAfter);

        var terms = new CertificateTerms("kube-apiserver", Now, Year)
        {
            Organizations = ["system:masters", "b"],
            Hosts = ["localhost", "127.0.0.1", "::1", "kubernetes.default.svc"],
        };
        var issued = authority.Issue(terms, PrivateKey.Generate(leafKey));
        var contents = CertificateContents.Parse(issued.CertificatePem);
        Assert.Equal("kube-apiserver", contents.CommonName);
        Assert.Equal(["b", "system:masters"], contents.Organizations.Order());
        Assert.Equal(["127.0.0.1", "::1", "kubernetes.default.svc", "localhost"], contents.Hosts.Order(StringComparer.Ordinal));
        Assert.Equal((Now, Now + Year), (contents.NotBefore, contents.NotAfter));
        Assert.False(contents.IsAuthority);

        using var leaf = issued.ToX509();
        Assert.True(leaf.HasPrivateKey);
        using var root = X509Certificate2.CreateFromPem(authority.CertificatePem);
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(root);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.VerificationTime = (Now + TimeSpan.FromDays(1)).UtcDateTime;
        Assert.True(chain.Build(leaf), string.Join("; ", chain.ChainStatus.Select(s => s.StatusInformation)));
    }

    [Fact]
    public void A_certificate_does_not_outlive_its_authority()
    {
        var authority = CertificateAuthority.Create("ca", PrivateKey.Generate(KeyAlgorithm.EcdsaP256), Now, TimeSpan.FromDays(10));
        var issued = authority.Issue(new CertificateTerms("x", Now.AddDays(-1), Year), PrivateKey.Generate(KeyAlgorithm.EcdsaP256));
        var contents = CertificateContents.Parse(issued.CertificatePem);
        Assert.Equal((Now, Now.AddDays(10)), (contents.NotBefore, contents.NotAfter));
    }

    [Fact]
    public void A_foreign_key_is_refused()
    {
        var authority = CertificateAuthority.Create("ca", PrivateKey.Generate(KeyAlgorithm.EcdsaP256), Now, Year);
        var other = PrivateKey.Generate(KeyAlgorithm.EcdsaP256);
        Assert.Throws<CryptographicException>(() => CertificateAuthority.FromPem(authority.CertificatePem, other.ToPem()));
    }

    [Fact]
    public void The_pin_is_the_hash_of_the_public_key()
    {
        var authority = CertificateAuthority.Create("ca", PrivateKey.Generate(KeyAlgorithm.EcdsaP256), Now, Year);
        Assert.Equal("sha256:" + Convert.ToHexStringLower(SHA256.HashData(authority.Key.PublicKey.Span)), authority.Contents.PublicKeyPin);
    }
}
