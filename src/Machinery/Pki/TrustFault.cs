using System.Security.Cryptography.X509Certificates;

namespace Slipway.Machinery.Pki;

/// <summary>Why the certificate of the other side is not trusted.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Detail">What the platform says of the chain; empty but for <see cref="TrustFaultKind.NotTrusted"/>.</param>
/// <param name="Certificate">The certificate that is out of time; null for other faults. It belongs to the chain.</param>
public sealed record TrustFault(TrustFaultKind Kind, string Detail = "", X509Certificate2? Certificate = null);
