namespace Slipway.Machinery.Pki;

/// <summary>Why a certificate is not trusted.</summary>
public enum TrustFaultKind
{
    /// <summary>It is for another name than the one that is called.</summary>
    OtherName,

    /// <summary>No trusted authority has issued it.</summary>
    NotTrusted,

    /// <summary>It, or one above it, is not valid now.</summary>
    OutOfTime,
}
