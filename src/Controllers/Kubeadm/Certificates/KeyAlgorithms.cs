using Slipway.Api.Bootstrap.Kubeadm;
using Slipway.Machinery.Pki;

namespace Slipway.Controllers.Kubeadm.Certificates;

/// <summary>Which keys a cluster uses.</summary>
internal static class KeyAlgorithms
{
    /// <summary>The algorithm that a cluster asks for; RSA of 2048 bits where it asks for none.</summary>
    /// <param name="config">Its configuration; null for kubeadm's own.</param>
    public static KeyAlgorithm Of(ClusterConfiguration? config) => config?.EncryptionAlgorithm switch
    {
        "ECDSA-P256" => KeyAlgorithm.EcdsaP256,
        "ECDSA-P384" => KeyAlgorithm.EcdsaP384,
        "RSA-3072" => KeyAlgorithm.Rsa3072,
        "RSA-4096" => KeyAlgorithm.Rsa4096,
        _ => KeyAlgorithm.Rsa2048,
    };
}
