using Slipway.Api.Core;
using Slipway.Api.Core.Clusters;
using Slipway.Api.Core.MachineDeployments;
using Slipway.Api.Core.Machines;
using Slipway.Api.Core.MachineSets;
using Slipway.Api.Kubernetes;
using Slipway.Controllers.Shared;
using Slipway.Controllers.Workloads;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Controllers;

namespace Slipway.Controllers.Clusters;

/// <summary>What wakes the Cluster controller.</summary>
internal static class Wiring
{
    /// <summary>Makes the controller.</summary>
    /// <param name="context">What every controller is given.</param>
    public static Controller Build(ControllerContext context) => Controller.Named("cluster")
        .For<Cluster>(context.Informers, Predicates.BeyondStatus)
        .Watches<MachineDeployment>(d => [new ObjectKey(d.Metadata.Namespace, d.Spec.ClusterName)])
        .Watches<MachineSet>(s => [new ObjectKey(s.Metadata.Namespace, s.Spec.ClusterName)])
        .Watches<Machine>(m => [new ObjectKey(m.Metadata.Namespace, m.Spec.ClusterName)])
        .Watches(context.Informers.Of<Secret>(WorkloadWiring.ClusterSecrets), s => OfSecret(context, s))
        .Watches<CustomResourceDefinition>(_ => context.Informers.AllKeys<Cluster>(), Predicates.BeyondStatus)
        .Workers(4)
        .Reconcile(controller =>
        {
            context.Workloads.Subscribe(change =>
            {
                if (change.Type is WorkloadChangeType.Connected or WorkloadChangeType.Disconnected or WorkloadChangeType.Probed)
                {
                    controller.Enqueue(change.Cluster);
                }
            });
            return new Reconciler(
                context, new Observer(context, controller), new Chronicle(context.Events, context.Logs.CreateLogger("Slipway.Controllers.Clusters")));
        })
        .Build();

    // Only where no control plane object looks after its cluster's Secrets.
    private static IEnumerable<ObjectKey> OfSecret(ControllerContext context, Secret secret) =>
        secret.Metadata.Labels.TryGetValue(Labels.ClusterName, out var name)
        && new ObjectKey(secret.Metadata.Namespace, name) is var key
        && context.Informers.Of<Cluster>().Get(key) is { Spec.ControlPlaneRef: null }
            ? [key]
            : [];
}
