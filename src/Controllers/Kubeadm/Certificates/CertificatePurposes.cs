using Slipway.Api.Bootstrap.Kubeadm;

namespace Slipway.Controllers.Kubeadm.Certificates;

/// <summary>Names and places of a cluster's certificates.</summary>
internal static class CertificatePurposes
{
    /// <summary>The key of a Secret under which a certificate stands.</summary>
    public const string CertificateKey = "tls.crt";

    /// <summary>The key of a Secret under which a private key stands.</summary>
    public const string PrivateKeyKey = "tls.key";

    extension(CertificatePurpose purpose)
    {
        /// <summary>The end of the Secret's name, behind the cluster's name and a hyphen.</summary>
        public string SecretEnd => purpose switch
        {
            CertificatePurpose.Cluster => "ca",
            CertificatePurpose.Etcd => "etcd",
            CertificatePurpose.FrontProxy => "proxy",
            CertificatePurpose.ServiceAccount => "sa",
            _ => "apiserver-etcd-client",
        };

        /// <summary>The name of the Secret.</summary>
        /// <param name="cluster">The cluster's name.</param>
        public string SecretName(string cluster) => $"{cluster}-{purpose.SecretEnd}";
    }

    /// <summary>What a cluster needs.</summary>
    /// <param name="config">Its configuration; null for kubeadm's own.</param>
    public static IReadOnlyList<CertificatePurpose> Of(ClusterConfiguration? config) => config?.Etcd?.External is null
        ? [CertificatePurpose.Cluster, CertificatePurpose.Etcd, CertificatePurpose.FrontProxy, CertificatePurpose.ServiceAccount]
        : [CertificatePurpose.Cluster, CertificatePurpose.Etcd, CertificatePurpose.FrontProxy, CertificatePurpose.ServiceAccount, CertificatePurpose.EtcdClient];

    /// <summary>Whether a purpose can only be served by the user.</summary>
    /// <param name="purpose">The purpose.</param>
    /// <param name="config">The cluster's configuration; null for kubeadm's own.</param>
    public static bool IsUsers(CertificatePurpose purpose, ClusterConfiguration? config) =>
        purpose == CertificatePurpose.EtcdClient || (purpose == CertificatePurpose.Etcd && config?.Etcd?.External is not null);
}
