namespace Slipway.Controllers.Kubeadm.Certificates;

/// <summary>What a pair of certificate and key of a cluster is for.</summary>
internal enum CertificatePurpose
{
    /// <summary>Signs the certificates of the cluster's API server and its clients.</summary>
    Cluster,

    /// <summary>Signs the certificates of etcd's members and clients; of an external etcd only the certificate is known.</summary>
    Etcd,

    /// <summary>Signs the certificate by which the API server proves itself to extension servers.</summary>
    FrontProxy,

    /// <summary>Signs service account tokens; a bare key pair.</summary>
    ServiceAccount,

    /// <summary>The API server's client certificate for an external etcd; always made by the user.</summary>
    EtcdClient,
}
