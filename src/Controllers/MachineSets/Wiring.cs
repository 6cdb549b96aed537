using Slipway.Api.Core.Clusters;
using Slipway.Api.Core.MachineDeployments;
using Slipway.Api.Core.Machines;
using Slipway.Api.Core.MachineSets;
using Slipway.Api.Kubernetes;
using Slipway.Controllers.Shared;
using Slipway.Runtime.Controllers;
using Slipway.Runtime.Informers;

namespace Slipway.Controllers.MachineSets;

/// <summary>What wakes the MachineSet controller.</summary>
internal static class Wiring
{
    /// <summary>Makes the controller.</summary>
    /// <param name="context">What every controller is given.</param>
    public static Controller Build(ControllerContext context) => Controller.Named("machineset")
        .For<MachineSet>(context.Informers, Predicates.BeyondStatus)
        .Owns<Machine>()
        .Watches<MachineDeployment>(d => context.Informers.Of<MachineSet>().ControlledBy(d).Select(s => s.Metadata.Key), Predicates.BeyondStatus)
        .Watches<Cluster>(c => context.Informers.KeysOfCluster<MachineSet>(c.Metadata.Key), Indexes.Matters)
        .Watches<CustomResourceDefinition>(_ => context.Informers.AllKeys<MachineSet>(), Predicates.BeyondStatus)
        .Workers(4)
        .Reconcile(controller =>
        {
            var chronicle = new Chronicle(context.Events, context.Logs.CreateLogger("Slipway.Controllers.MachineSets"));
            return new Reconciler(context, new Observer(context, controller), new Changes(context.Client, chronicle));
        })
        .Build();
}
