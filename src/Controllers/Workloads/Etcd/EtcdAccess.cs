namespace Slipway.Controllers.Workloads.Etcd;

/// <summary>How to get to an etcd cluster.</summary>
/// <param name="Cluster">The workload cluster.</param>
/// <param name="Nodes">The Nodes whose members to try, the most promising first.</param>
/// <param name="AuthorityPem">The certificate of etcd's certificate authority.</param>
/// <param name="KeyPem">The authority's private key, with which a client certificate is made.</param>
public sealed record EtcdAccess(WorkloadCluster Cluster, IReadOnlyList<string> Nodes, string AuthorityPem, string KeyPem)
{
    /// <summary>Prints the cluster and the Nodes: keys are secret.</summary>
    public override string ToString() => $"etcd of {Cluster.Key} on {string.Join(", ", Nodes)}";
}
