using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Slipway.Machinery.Pki;

/// <summary>A private key and its public half. Safe for concurrent use.</summary>
public sealed class PrivateKey
{
    private readonly Lock _gate = new();
    private readonly AsymmetricAlgorithm _key;
    private byte[]? _publicKey;

    private PrivateKey(AsymmetricAlgorithm key) => _key = key;

    /// <summary>What kind of key it is; null for a size or curve that this program does not make.</summary>
    public KeyAlgorithm? Algorithm => (_key, _key.KeySize) switch
    {
        (ECDsa, 256) => KeyAlgorithm.EcdsaP256,
        (ECDsa, 384) => KeyAlgorithm.EcdsaP384,
        (RSA, 2048) => KeyAlgorithm.Rsa2048,
        (RSA, 3072) => KeyAlgorithm.Rsa3072,
        (RSA, 4096) => KeyAlgorithm.Rsa4096,
        _ => null,
    };

    /// <summary>The public half as a DER SubjectPublicKeyInfo.</summary>
    public ReadOnlyMemory<byte> PublicKey
    {
        get
        {
            lock (_gate)
            {
                return _publicKey ??= _key.ExportSubjectPublicKeyInfo();
            }
        }
    }

    /// <summary>Makes a new key. RSA takes long: ask an <see cref="IKeySource"/> instead.</summary>
    /// <param name="algorithm">The kind of key.</param>
    public static PrivateKey Generate(KeyAlgorithm algorithm) => new(algorithm switch
    {
        KeyAlgorithm.EcdsaP256 => ECDsa.Create(ECCurve.NamedCurves.nistP256),
        KeyAlgorithm.EcdsaP384 => ECDsa.Create(ECCurve.NamedCurves.nistP384),
        KeyAlgorithm.Rsa2048 => Rsa(2048),
        KeyAlgorithm.Rsa3072 => Rsa(3072),
        KeyAlgorithm.Rsa4096 => Rsa(4096),
        _ => throw new ArgumentOutOfRangeException(nameof(algorithm), algorithm, "There is no such key algorithm."),
    });

    /// <summary>Reads the first private key of a PEM text: PKCS#1 (<c>RSA PRIVATE KEY</c>), SEC 1 (<c>EC PRIVATE KEY</c>) or PKCS#8 (<c>PRIVATE KEY</c>).</summary>
    /// <param name="pem">The text; other PEM blocks are passed over.</param>
    /// <exception cref="CryptographicException">There is no such key, or it is damaged or encrypted.</exception>
    public static PrivateKey FromPem(string pem)
    {
        ArgumentNullException.ThrowIfNull(pem);
        var rest = pem.AsSpan();
        while (PemEncoding.TryFind(rest, out var block))
        {
            var label = rest[block.Label];
            var der = new byte[block.DecodedDataLength];
            if (label.EndsWith("PRIVATE KEY") && Convert.TryFromBase64Chars(rest[block.Base64Data], der, out var length))
            {
                return FromDer(label, der.AsSpan(0, length));
            }

            rest = rest[block.Location.End..];
        }

        throw new CryptographicException("No private key found: expected a PEM block \"PRIVATE KEY\", \"RSA PRIVATE KEY\" or \"EC PRIVATE KEY\".");
    }

    /// <summary>The key as PEM: PKCS#1 for RSA, SEC 1 for elliptic curves, as kubeadm writes them.</summary>
    public string ToPem()
    {
        lock (_gate)
        {
            return _key switch
            {
                RSA rsa => rsa.ExportRSAPrivateKeyPem() + "\n",
                ECDsa ecdsa => ecdsa.ExportECPrivateKeyPem() + "\n",
                _ => _key.ExportPkcs8PrivateKeyPem() + "\n",
            };
        }
    }

    /// <summary>The public half as PEM (<c>PUBLIC KEY</c>).</summary>
    public string ToPublicPem() => PemEncoding.WriteString("PUBLIC KEY", PublicKey.Span) + "\n";

    /// <summary>Signs data, as JSON web tokens want it: PKCS#1 v1.5 for RSA, r and s side by side for elliptic curves; SHA-256, or SHA-384 for P-384.</summary>
    /// <param name="content">The data.</param>
    public byte[] Sign(ReadOnlySpan<byte> content)
    {
        lock (_gate)
        {
            return _key switch
            {
                RSA rsa => rsa.SignData(content, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
                _ => ((ECDsa)_key).SignData(content, Hash, DSASignatureFormat.IeeeP1363FixedFieldConcatenation),
            };
        }
    }

    /// <summary>Whether a signature is of this key, as <see cref="Sign"/> makes them.</summary>
    /// <param name="content">The data.</param>
    /// <param name="signature">The signature.</param>
    public bool Verify(ReadOnlySpan<byte> content, ReadOnlySpan<byte> signature)
    {
        lock (_gate)
        {
            return _key switch
            {
                RSA rsa => rsa.VerifyData(content, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
                _ => ((ECDsa)_key).VerifyData(content, signature, Hash, DSASignatureFormat.IeeeP1363FixedFieldConcatenation),
            };
        }
    }

    /// <summary>A certificate request for this key.</summary>
    internal CertificateRequest Request(X500DistinguishedName subject) => _key switch
    {
        RSA rsa => new CertificateRequest(subject, rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        _ => new CertificateRequest(subject, (ECDsa)_key, Hash),
    };

    /// <summary>Signs a certificate request as an authority.</summary>
    internal X509Certificate2 Certify(CertificateRequest request, X500DistinguishedName issuer, (DateTimeOffset NotBefore, DateTimeOffset NotAfter) validity, byte[] serial)
    {
        lock (_gate)
        {
            var generator = _key is RSA rsa
                ? X509SignatureGenerator.CreateForRSA(rsa, RSASignaturePadding.Pkcs1)
                : X509SignatureGenerator.CreateForECDsa((ECDsa)_key);
            return request.Create(issuer, generator, validity.NotBefore, validity.NotAfter, serial);
        }
    }

    /// <summary>The hash that this key signs with.</summary>
    internal HashAlgorithmName Hash => _key is ECDsa { KeySize: 384 } ? HashAlgorithmName.SHA384 : HashAlgorithmName.SHA256;

    /// <summary>A certificate together with this key, as TLS takes it.</summary>
    internal X509Certificate2 Join(X509Certificate2 certificate)
    {
        lock (_gate)
        {
            return _key is RSA rsa ? certificate.CopyWithPrivateKey(rsa) : certificate.CopyWithPrivateKey((ECDsa)_key);
        }
    }

    private static RSA Rsa(int bits)
    {
        var key = RSA.Create(bits);
        // The key is made on first use; it must be this thread that pays for it, not one that holds a lock.
        _ = key.ExportParameters(includePrivateParameters: false);
        return key;
    }

    private static PrivateKey FromDer(ReadOnlySpan<char> label, ReadOnlySpan<byte> der)
    {
        if (label is "RSA PRIVATE KEY")
        {
            var rsa = RSA.Create();
            rsa.ImportRSAPrivateKey(der, out _);
            return new(rsa);
        }

        if (label is "EC PRIVATE KEY")
        {
            var ecdsa = ECDsa.Create();
            ecdsa.ImportECPrivateKey(der, out _);
            return new(ecdsa);
        }

        if (label is not "PRIVATE KEY")
        {
            throw new CryptographicException($"A \"{label}\" cannot be read here: expected \"PRIVATE KEY\", \"RSA PRIVATE KEY\" or \"EC PRIVATE KEY\".");
        }

        return FromPkcs8(der);
    }

    private static PrivateKey FromPkcs8(ReadOnlySpan<byte> der)
    {
        // PKCS#8 names the algorithm inside: the object identifier of RSA encryption, or of elliptic-curve keys.
        ReadOnlySpan<byte> rsaIdentifier = [0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01];
        AsymmetricAlgorithm key = der[..Math.Min(der.Length, 40)].IndexOf(rsaIdentifier) >= 0 ? RSA.Create() : ECDsa.Create();
        key.ImportPkcs8PrivateKey(der, out _);
        return new(key);
    }
}
