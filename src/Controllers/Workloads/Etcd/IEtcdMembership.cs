using Slipway.Machinery.Objects;

namespace Slipway.Controllers.Workloads.Etcd;

/// <summary>
/// Asks and changes the etcd clusters inside workload clusters, through port-forwards to the Pods <c>etcd-&lt;node&gt;</c>.
/// Safe for concurrent use.
/// </summary>
public interface IEtcdMembership
{
    /// <summary>Asks who belongs to the cluster.</summary>
    /// <param name="at">How to get there.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="WorkloadUnreachableException">No member answers.</exception>
    ValueTask<EtcdSnapshot> ReadAsync(EtcdAccess at, CancellationToken cancellation);

    /// <summary>Makes another member the leader, where the one meant leads now.</summary>
    /// <param name="at">How to get there.</param>
    /// <param name="from">The Node whose member must not lead any more.</param>
    /// <param name="to">The Node whose member is to lead.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>Whether the leader was changed; false where another member led already.</returns>
    /// <exception cref="WorkloadUnreachableException">No member answers, or the change is refused.</exception>
    ValueTask<bool> MoveLeaderAsync(EtcdAccess at, string from, string to, CancellationToken cancellation);

    /// <summary>Removes a member; one that is gone already is no error.</summary>
    /// <param name="at">How to get there; the member's own Node should not be among the Nodes.</param>
    /// <param name="member">The member's id.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="WorkloadUnreachableException">No member answers, or the removal is refused.</exception>
    ValueTask RemoveAsync(EtcdAccess at, ulong member, CancellationToken cancellation);

    /// <summary>Closes what is open to a cluster; nothing happens where nothing is.</summary>
    /// <param name="cluster">The Cluster's namespace and name.</param>
    void Forget(ObjectKey cluster);
}
