namespace Slipway.Machinery.Pki;

/// <summary>What a certificate may be used for.</summary>
[Flags]
public enum CertificateUsages
{
    /// <summary>Nothing in particular.</summary>
    None = 0,

    /// <summary>To show to clients as a TLS server.</summary>
    Server = 1,

    /// <summary>To show to servers as a TLS client.</summary>
    Client = 2,
}
