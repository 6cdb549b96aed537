using Slipway.Api.Core;
using Slipway.Api.Core.Clusters;
using Slipway.Api.Core.MachineDeployments;
using Slipway.Api.Core.Machines;
using Slipway.Api.Core.MachineSets;
using Slipway.Api.Kubernetes;
using Slipway.Controllers.Shared;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Controllers;

namespace Slipway.Controllers.MachineDeployments;

/// <summary>What wakes the MachineDeployment controller.</summary>
internal static class Wiring
{
    /// <summary>Makes the controller.</summary>
    /// <param name="context">What every controller is given.</param>
    public static Controller Build(ControllerContext context) => Controller.Named("machinedeployment")
        .For<MachineDeployment>(context.Informers, Predicates.BeyondStatus)
        .Owns<MachineSet>()
        .Watches<Machine>(OfMachine)
        .Watches<Cluster>(c => context.Informers.KeysOfCluster<MachineDeployment>(c.Metadata.Key), Indexes.Matters)
        .Watches<CustomResourceDefinition>(_ => context.Informers.AllKeys<MachineDeployment>(), Predicates.BeyondStatus)
        .Workers(4)
        .Reconcile(controller =>
        {
            var chronicle = new Chronicle(context.Events, context.Logs.CreateLogger("Slipway.Controllers.MachineDeployments"));
            return new Reconciler(context, new Observer(context, controller), new Changes(context.Client, chronicle));
        })
        .Build();

    private static IEnumerable<ObjectKey> OfMachine(Machine machine) =>
        machine.Metadata.Labels.TryGetValue(Labels.DeploymentName, out var name) ? [new ObjectKey(machine.Metadata.Namespace, name)] : [];
}
