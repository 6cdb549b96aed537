using Slipway.Controllers.Contracts;

namespace Slipway.Controllers.Kubeadm;

/// <summary>Which version of kubeadm's configuration files to write.</summary>
internal static class KubeadmApis
{
    extension(KubeadmApi api)
    {
        /// <summary>The <c>apiVersion</c> line of a file.</summary>
        public string ApiVersion => api switch
        {
            KubeadmApi.V1Beta2 => "kubeadm.k8s.io/v1beta2",
            KubeadmApi.V1Beta3 => "kubeadm.k8s.io/v1beta3",
            _ => "kubeadm.k8s.io/v1beta4",
        };
    }

    /// <summary>The version that the kubeadm of a Kubernetes version reads; pre-release parts do not count.</summary>
    /// <param name="version">The Kubernetes version.</param>
    public static KubeadmApi For(KubernetesVersion version) => (version.Major, version.Minor) switch
    {
        (1, < 22) => KubeadmApi.V1Beta2,
        (1, < 31) => KubeadmApi.V1Beta3,
        _ => KubeadmApi.V1Beta4,
    };
}
