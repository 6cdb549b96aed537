namespace Slipway.Api.Core;

/// <summary>Types of secrets of Cluster API.</summary>
public static class SecretTypes
{
    /// <summary>Belongs to a cluster: certificates, kubeconfig, bootstrap script.</summary>
    public const string Cluster = "cluster.x-k8s.io/secret";

    /// <summary>Holds objects for a ClusterResourceSet.</summary>
    public const string ResourceSet = "addons.cluster.x-k8s.io/resource-set";

    /// <summary>A token with which machines join.</summary>
    public const string BootstrapToken = "bootstrap.kubernetes.io/token";
}
