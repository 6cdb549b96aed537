namespace Slipway.Providers.InMemory.Etcd;

/// <summary>Which member a connection leads to.</summary>
/// <param name="Cluster">The etcd cluster.</param>
/// <param name="Pod">The member's pod.</param>
internal sealed record EtcdConnection(EtcdCluster Cluster, string Pod);
