using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Slipway.Controllers.Kubeadm.Certificates;

/// <summary>The hashes by which a joining machine knows the cluster's certificate authority.</summary>
internal static class PublicKeyPins
{
    /// <summary>The pin of each certificate: <c>sha256:</c> and the hash of its public key in hexadecimal.</summary>
    /// <param name="pem">Certificates as PEM.</param>
    public static IReadOnlyList<string> Of(string pem)
    {
        var certificates = new X509Certificate2Collection();
        certificates.ImportFromPem(pem);
        var pins = new List<string>(certificates.Count);
        foreach (var certificate in certificates)
        {
            pins.Add("sha256:" + Convert.ToHexStringLower(SHA256.HashData(certificate.PublicKey.ExportSubjectPublicKeyInfo())));
            certificate.Dispose();
        }

        return pins;
    }
}
