using Slipway.Api.ControlPlane;
using Slipway.Api.Core;
using Slipway.Api.Core.Clusters;
using Slipway.Api.Core.Machines;
using Slipway.Api.Kubernetes;
using Slipway.Controllers.Kubeadm.Certificates;
using Slipway.Controllers.KubeadmControlPlanes.Upkeep;
using Slipway.Controllers.Shared;
using Slipway.Controllers.Workloads;
using Slipway.Controllers.Workloads.Etcd;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Controllers;

namespace Slipway.Controllers.KubeadmControlPlanes;

/// <summary>What wakes the KubeadmControlPlane controller.</summary>
internal static class Wiring
{
    private const string ClusterIndex = "controlPlanesOfCluster";
    private const int Workers = 4;

    /// <summary>Makes the controller.</summary>
    /// <param name="context">What every controller is given.</param>
    /// <param name="maker">Makes certificates.</param>
    /// <param name="etcd">Speaks with etcd.</param>
    public static Controller Build(ControllerContext context, CertificateMaker maker, IEtcdMembership etcd)
    {
        var planes = context.Informers.Of<KubeadmControlPlane>();
        planes.AddIndex(ClusterIndex, static p => ClustersOf(p).Select(k => k.ToString()).Distinct());
        IEnumerable<ObjectKey> Planes(ObjectKey cluster) => planes.ByIndex(ClusterIndex, cluster.ToString()).Select(p => p.Metadata.Key);

        return Controller.Named("kubeadmcontrolplane")
            .For<KubeadmControlPlane>(context.Informers)
            .Owns<Machine>()
            .Watches<Machine>(m => Planes(m.Metadata.Key with { Name = m.Spec.ClusterName }), Predicates.CameOrWent)
            .Watches<Cluster>(c => Planes(c.Metadata.Key), Indexes.Matters)
            .Watches(
                context.Informers.Of<Secret>(WorkloadWiring.ClusterSecrets),
                static s => s.Metadata.ControllerOwner is { Kind: "KubeadmControlPlane" } owner ? [s.Metadata.Key with { Name = owner.Name }] : [])
            .Workers(Workers)
            .Reconcile(controller =>
            {
                context.Workloads.Subscribe(change =>
                {
                    if (change.Type == WorkloadChangeType.Node && !change.Node!.Metadata.Labels.ContainsKey(Labels.NodeRoleControlPlane))
                    {
                        return;
                    }

                    if (change.Type == WorkloadChangeType.Disconnected)
                    {
                        etcd.Forget(change.Cluster);
                    }

                    foreach (var key in Planes(change.Cluster))
                    {
                        controller.Enqueue(key);
                    }
                });
                var chronicle = new Chronicle(context.Events, context.Logs.CreateLogger("Slipway.Controllers.KubeadmControlPlanes"));
                var observer = new Observer(context, new WorkloadObserver(context.Workloads, etcd), controller);
                var changes = new Changes(context.Client, maker, new EtcdHand(etcd, chronicle), new WorkloadUpkeep(), chronicle);
                return new Reconciler(context, observer, changes);
            })
            .Build();
    }

    private static IEnumerable<ObjectKey> ClustersOf(KubeadmControlPlane plane)
    {
        if (plane.Metadata.Labels.TryGetValue(Labels.ClusterName, out var name))
        {
            yield return plane.Metadata.Key with { Name = name };
        }

        foreach (var owner in plane.Metadata.OwnerReferences.Where(o => o.Kind == Cluster.Resource.Kind && o.Group == Cluster.Resource.Group))
        {
            yield return plane.Metadata.Key with { Name = owner.Name };
        }
    }
}
