namespace Slipway.Controllers.Kubeadm.Certificates;

/// <summary>A certificate, or public key, and its private key as PEM.</summary>
/// <param name="Purpose">What it is for.</param>
/// <param name="Certificate">The certificate, or the public key for service accounts.</param>
/// <param name="Key">The private key; empty where only the other side has it.</param>
internal sealed record CertificatePair(CertificatePurpose Purpose, string Certificate, string Key)
{
    /// <summary>Prints the purpose alone: keys are secret.</summary>
    public override string ToString() => Purpose.ToString();
}
