using Slipway.Api.Core.Clusters;
using Slipway.Api.Core.MachineHealthChecks;
using Slipway.Api.Core.Machines;
using Slipway.Api.Kubernetes;
using Slipway.Controllers.Shared;
using Slipway.Controllers.Workloads;
using Slipway.Runtime.Controllers;

namespace Slipway.Controllers.MachineHealthChecks;

/// <summary>What wakes the MachineHealthCheck controller.</summary>
internal static class Wiring
{
    /// <summary>Makes the controller.</summary>
    /// <param name="context">What every controller is given.</param>
    public static Controller Build(ControllerContext context)
    {
        Observer? observer = null;
        return Controller.Named("machinehealthcheck")
            .For<MachineHealthCheck>(context.Informers, Predicates.BeyondStatus)
            .Watches<Machine>(m => observer!.Users(m))
            .Watches<Cluster>(c => context.Informers.KeysOfCluster<MachineHealthCheck>(c.Metadata.Key), Indexes.Matters)
            .Watches<CustomResourceDefinition>(_ => context.Informers.AllKeys<MachineHealthCheck>(), Predicates.BeyondStatus)
            .Workers(2)
            .Reconcile(controller =>
            {
                observer = new Observer(context, controller);
                context.Workloads.Subscribe(change =>
                {
                    if (change.Type is not (WorkloadChangeType.ControlPlanePod or WorkloadChangeType.Probed))
                    {
                        foreach (var key in context.Informers.KeysOfCluster<MachineHealthCheck>(change.Cluster))
                        {
                            controller.Enqueue(key);
                        }
                    }
                });
                return new Reconciler(context, observer, new Chronicle(context.Events, context.Logs.CreateLogger("Slipway.Controllers.MachineHealthChecks")));
            })
            .Build();
    }
}
