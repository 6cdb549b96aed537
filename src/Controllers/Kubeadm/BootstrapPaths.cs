namespace Slipway.Controllers.Kubeadm;

/// <summary>Where things lie on a machine that kubeadm sets up.</summary>
internal static class BootstrapPaths
{
    /// <summary>kubeadm's file for the first machine.</summary>
    public const string InitConfiguration = "/run/kubeadm/kubeadm.yaml";

    /// <summary>kubeadm's file for every further machine.</summary>
    public const string JoinConfiguration = "/run/kubeadm/kubeadm-join-config.yaml";

    /// <summary>Written so that its folder exists before the sentinel is.</summary>
    public const string Placeholder = "/run/cluster-api/placeholder";

    /// <summary>The sentinel: it exists as soon as kubeadm has succeeded.</summary>
    public const string Sentinel = "/run/cluster-api/bootstrap-success.complete";

    /// <summary>Where kubeadm's certificates lie unless the ClusterConfiguration says otherwise.</summary>
    public const string Certificates = "/etc/kubernetes/pki";

    /// <summary>The cluster's certificate authority on a worker unless the JoinConfiguration says otherwise.</summary>
    public const string WorkerAuthority = "/etc/kubernetes/pki/ca.crt";
}
