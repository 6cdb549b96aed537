namespace Slipway.Machinery.Pki;

/// <summary>The kinds of key that certificates are made for.</summary>
public enum KeyAlgorithm
{
    /// <summary>An elliptic-curve key over P-256: cheap to make (well under a millisecond).</summary>
    EcdsaP256,

    /// <summary>An elliptic-curve key over P-384.</summary>
    EcdsaP384,

    /// <summary>An RSA key of 2048 bits: about 180 ms of CPU to make.</summary>
    Rsa2048,

    /// <summary>An RSA key of 3072 bits.</summary>
    Rsa3072,

    /// <summary>An RSA key of 4096 bits: seconds of CPU to make.</summary>
    Rsa4096,
}
