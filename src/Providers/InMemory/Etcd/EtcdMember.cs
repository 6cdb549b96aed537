using System.Globalization;
using System.Text.Json.Nodes;
using Slipway.Machinery.Json;

namespace Slipway.Providers.InMemory.Etcd;

/// <summary>
/// One member of a simulated etcd cluster. Its state is kept in annotations of its pod, so that it survives with the
/// workload cluster's store and can be looked at.
/// </summary>
/// <param name="Pod">The pod's name: <c>etcd-</c> and the machine's name.</param>
/// <param name="Id">The member's id.</param>
internal sealed record EtcdMember(string Pod, ulong Id)
{
    /// <summary>The id of the etcd cluster.</summary>
    public const string ClusterIdAnnotation = "etcd.inmemory.infrastructure.cluster.x-k8s.io/cluster-id";

    /// <summary>The id of the member.</summary>
    public const string MemberIdAnnotation = "etcd.inmemory.infrastructure.cluster.x-k8s.io/member-id";

    /// <summary>Since when the member leads; the newest wins.</summary>
    public const string LeaderFromAnnotation = "etcd.inmemory.infrastructure.cluster.x-k8s.io/leader-from";

    /// <summary>When the member was removed; the pod stays until its machine goes.</summary>
    public const string RemovedAnnotation = "etcd.inmemory.infrastructure.cluster.x-k8s.io/member-removed";

    /// <summary>Which etcd cluster it belongs to.</summary>
    public ulong ClusterId { get; init; }

    /// <summary>Since when it leads; null where it never did.</summary>
    public DateTimeOffset? LeaderFrom { get; init; }

    /// <summary>Whether it was removed from the cluster.</summary>
    public bool Removed { get; init; }

    /// <summary>The member's name: the machine's.</summary>
    public string Name => Pod["etcd-".Length..];

    /// <summary>Reads a member from its pod; null where the pod is no etcd member.</summary>
    /// <param name="pod">The pod.</param>
    public static EtcdMember? Of(Unstructured pod)
    {
        var annotations = pod.Metadata.Annotations;
        if (!pod.Metadata.Name.StartsWith("etcd-", StringComparison.Ordinal)
            || !annotations.TryGetValue(MemberIdAnnotation, out var id) || !annotations.TryGetValue(ClusterIdAnnotation, out var cluster))
        {
            return null;
        }

        return new EtcdMember(pod.Metadata.Name, ulong.Parse(id, CultureInfo.InvariantCulture))
        {
            ClusterId = ulong.Parse(cluster, CultureInfo.InvariantCulture),
            LeaderFrom = annotations.TryGetValue(LeaderFromAnnotation, out var from)
                ? DateTimeOffset.Parse(from, CultureInfo.InvariantCulture)
                : null,
            Removed = annotations.ContainsKey(RemovedAnnotation),
        };
    }

    /// <summary>The member that leads: the one that took over last, else the one with the lowest id; null where there is none.</summary>
    /// <param name="members">All members of the cluster.</param>
    public static EtcdMember? Leader(IEnumerable<EtcdMember> members) =>
        members.Where(m => !m.Removed)
            .OrderByDescending(m => m.LeaderFrom ?? DateTimeOffset.MinValue)
            .ThenBy(m => m.Id)
            .FirstOrDefault();

    /// <summary>Writes the annotations of a new member.</summary>
    /// <param name="pod">The member's pod; changed in place.</param>
    /// <param name="clusterId">The etcd cluster.</param>
    /// <param name="id">The member.</param>
    /// <param name="leaderFrom">Since when it leads; null where it follows.</param>
    public static void Annotate(JsonObject pod, ulong clusterId, ulong id, DateTimeOffset? leaderFrom)
    {
        var annotations = pod["metadata"]!["annotations"]!.AsObject();
        annotations[ClusterIdAnnotation] = clusterId.ToString(CultureInfo.InvariantCulture);
        annotations[MemberIdAnnotation] = id.ToString(CultureInfo.InvariantCulture);
        if (leaderFrom is { } time)
        {
            annotations[LeaderFromAnnotation] = time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
        }
    }
}
