namespace Slipway.Controllers.Kubeadm;

/// <summary>The versions of kubeadm's configuration files, each read by the kubeadm of some Kubernetes versions.</summary>
internal enum KubeadmApi
{
    /// <summary>kubeadm.k8s.io/v1beta2, for Kubernetes before 1.22.</summary>
    V1Beta2,

    /// <summary>kubeadm.k8s.io/v1beta3, for Kubernetes 1.22 to 1.30.</summary>
    V1Beta3,

    /// <summary>kubeadm.k8s.io/v1beta4, for Kubernetes from 1.31.</summary>
    V1Beta4,
}
