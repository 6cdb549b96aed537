using Slipway.Api.Conditions;
using Slipway.Api.Core.Clusters;
using Slipway.Api.Core.MachineDeployments;
using Slipway.Api.Core.Machines;
using Slipway.Api.Core.MachineSets;
using Slipway.Api.Kubernetes;
using Slipway.Controllers.Shared;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Controllers;
using Slipway.Runtime.Informers;

namespace Slipway.Controllers.Machines;

/// <summary>What wakes the Machine controller.</summary>
internal static class Wiring
{
    private static readonly HashSet<string> Own =
    [
        ConditionTypes.Available, ConditionTypes.Ready, ConditionTypes.UpToDate, ConditionTypes.BootstrapConfigReady, ConditionTypes.InfrastructureReady,
        ConditionTypes.NodeHealthy, ConditionTypes.NodeReady, ConditionTypes.Updating, ConditionTypes.Deleting, ConditionTypes.Paused,
    ];

    /// <summary>Makes the controller.</summary>
    /// <param name="context">What every controller is given.</param>
    public static Controller Build(ControllerContext context) => Controller.Named("machine")
        .For<Machine>(context.Informers, Matters)
        .Watches<Cluster>(c => context.Informers.KeysOfCluster<Machine>(c.Metadata.Key), Indexes.Matters)
        .Watches<MachineSet>(s => OfSet(context, s), Predicates.BeyondStatus)
        .Watches<MachineDeployment>(d => OfDeployment(context, d), Predicates.BeyondStatus)
        .Watches<CustomResourceDefinition>(_ => context.Informers.AllKeys<Machine>(), Predicates.BeyondStatus)
        .Workers(8)
        .Reconcile(controller =>
        {
            var observer = new Observer(context, controller);
            context.Workloads.Subscribe(change =>
            {
                foreach (var key in observer.Users(change))
                {
                    controller.Enqueue(key);
                }
            });
            return new Reconciler(context, observer, new Chronicle(context.Events, context.Logs.CreateLogger("Slipway.Controllers.Machines")));
        })
        .Build();

    // Of the status only what others write is news: the rest comes from this controller's own passes.
    private static bool Matters(InformerChange<Machine> change) =>
        Predicates.BeyondStatus(change) || !Foreign(change.Old!).SequenceEqual(Foreign(change.New!));

    private static IEnumerable<Condition> Foreign(Machine machine) => machine.Status.Conditions.Where(c => !Own.Contains(c.Type));

    private static IEnumerable<ObjectKey> OfSet(ControllerContext context, MachineSet set) =>
        context.Informers.Of<Machine>().ControlledBy(set).Select(m => m.Metadata.Key);

    private static IEnumerable<ObjectKey> OfDeployment(ControllerContext context, MachineDeployment deployment) =>
        context.Informers.Of<MachineSet>().ControlledBy(deployment).SelectMany(s => OfSet(context, s));
}
