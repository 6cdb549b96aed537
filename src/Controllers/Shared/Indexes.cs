using Slipway.Api.Core.Clusters;
using Slipway.Api.Core.MachineDeployments;
using Slipway.Api.Core.MachineHealthChecks;
using Slipway.Api.Core.Machines;
using Slipway.Api.Core.MachineSets;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Informers;

namespace Slipway.Controllers.Shared;

/// <summary>The objects of one cluster.</summary>
internal static class Indexes
{
    private const string Cluster = "spec.clusterName";

    /// <summary>Adds the indexes to the informers of all kinds that name a cluster.</summary>
    /// <param name="informers">The informers.</param>
    public static void Add(InformerCache informers)
    {
        informers.Of<Machine>().AddIndex(Cluster, static m => [Key(m.Metadata.Namespace, m.Spec.ClusterName)]);
        informers.Of<MachineSet>().AddIndex(Cluster, static m => [Key(m.Metadata.Namespace, m.Spec.ClusterName)]);
        informers.Of<MachineDeployment>().AddIndex(Cluster, static m => [Key(m.Metadata.Namespace, m.Spec.ClusterName)]);
        informers.Of<MachineHealthCheck>().AddIndex(Cluster, static m => [Key(m.Metadata.Namespace, m.Spec.ClusterName)]);
    }

    /// <summary>The objects of a kind that belong to a cluster, ordered by name.</summary>
    /// <typeparam name="T">The kind.</typeparam>
    /// <param name="informers">The informers.</param>
    /// <param name="cluster">The cluster.</param>
    public static IReadOnlyCollection<T> OfCluster<T>(this InformerCache informers, ObjectKey cluster)
        where T : class, IKind<T> =>
        informers.Of<T>().ByIndex(Cluster, Key(cluster.Namespace, cluster.Name));

    /// <summary>The keys of the objects of a kind that belong to a cluster.</summary>
    /// <typeparam name="T">The kind.</typeparam>
    /// <param name="informers">The informers.</param>
    /// <param name="cluster">The cluster.</param>
    public static IEnumerable<ObjectKey> KeysOfCluster<T>(this InformerCache informers, ObjectKey cluster)
        where T : class, IKind<T> =>
        informers.OfCluster<T>(cluster).Select(o => o.Metadata.Key);

    /// <summary>The keys of all objects of a kind: when a provider's kind comes or changes, any of them may have waited for it.</summary>
    /// <typeparam name="T">The kind.</typeparam>
    /// <param name="informers">The informers.</param>
    public static IEnumerable<ObjectKey> AllKeys<T>(this InformerCache informers)
        where T : class, IKind<T> =>
        informers.Of<T>().List().Select(o => o.Metadata.Key);

    /// <summary>Whether a change of a Cluster may matter to what belongs to it: all but counters and conditions that follow from them.</summary>
    /// <param name="change">The change.</param>
    public static bool Matters(InformerChange<Cluster> change) =>
        change is not { Old: { } old, New: { } now }
        || old.Metadata.Generation != now.Metadata.Generation
        || old.Metadata.IsDeleting != now.Metadata.IsDeleting
        || old.Status.Initialization != now.Status.Initialization
        || !old.Metadata.Annotations.SequenceEqual(now.Metadata.Annotations)
        || Settled(old) != Settled(now);

    private static (bool, bool, string?) Settled(Cluster cluster) => (
        Api.Conditions.ConditionSet.IsTrue(cluster.Status.Conditions, Api.Conditions.ConditionTypes.InfrastructureReady),
        Api.Conditions.ConditionSet.IsTrue(cluster.Status.Conditions, Api.Conditions.ConditionTypes.ControlPlaneInitialized),
        cluster.Status.Phase);

    private static string Key(string @namespace, string cluster) => $"{@namespace}/{cluster}";
}
