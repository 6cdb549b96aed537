using Slipway.Api.Core.Clusters;
using Slipway.Api.Core.Machines;
using Slipway.Api.Infrastructure.Dev;
using Slipway.Api.Infrastructure.Docker;
using Slipway.Machinery.Objects;
using Slipway.Providers.Dev;
using Slipway.Providers.Docker;
using Slipway.Providers.InMemory;
using Slipway.Providers.InMemory.Etcd;
using Slipway.Providers.Shared;
using Slipway.Runtime.Controllers;
using Slipway.Runtime.Informers;

namespace Slipway.Providers;

/// <summary>The infrastructure providers: DevCluster and DevMachine, DockerCluster and DockerMachine.</summary>
public static class DevProviders
{
    private const int Workers = 16;

    /// <summary>Adds their controllers to a host, which owns what they use.</summary>
    /// <param name="host">The host.</param>
    /// <param name="context">What they work with.</param>
    /// <param name="cancellation">Ends the call.</param>
    public static async ValueTask AddAsync(ControllerHost host, ProviderContext context, CancellationToken cancellation)
    {
        var etcd = await EtcdHost.StartAsync(context.Options.Logs, cancellation);
        host.Own(etcd);
        var simulated = new InMemoryBackend(context, etcd);
        host.Own(simulated);
        var backends = new Backends(context.Simulate ? simulated : Docker(host, context), simulated);
        AddPair<DevCluster, DevMachine, DevShapes, DevShapes>(host, context, backends);
        AddPair<DockerCluster, DockerMachine, DockerShapes, DockerShapes>(host, context, backends);
    }

    private static DockerBackend Docker(ControllerHost host, ProviderContext context)
    {
        var engine = new DockerEngine(context.DockerHost, context.Options.Time);
        host.Own(engine);
        return new DockerBackend(engine);
    }

    private static void AddPair<TCluster, TMachine, TClusterShape, TMachineShape>(ControllerHost host, ProviderContext context, Backends backends)
        where TCluster : class, IKind<TCluster>
        where TMachine : class, IKind<TMachine>
        where TClusterShape : IClusterShape<TCluster>
        where TMachineShape : IMachineShape<TMachine>
    {
        var informers = context.Informers;
        var clusters = informers.Of<TCluster>();
        var machines = informers.Of<TMachine>();
        machines.AddIndex(ByCluster, static m => m.Metadata.Labels.TryGetValue(Slipway.Api.Core.Labels.ClusterName, out var name) ? [$"{m.Metadata.Namespace}/{name}"] : []);
        host.Add(Controller.Named(TCluster.Resource.Kind.ToLowerInvariant())
            .For<TCluster>(informers)
            .Watches<Cluster>(c => Referenced(c, TCluster.Resource), ProgressedOrPaused)
            .Workers(Workers)
            .Reconcile(new ClusterReconciler<TCluster, TClusterShape>(context, backends))
            .Build());
        host.Add(Controller.Named(TMachine.Resource.Kind.ToLowerInvariant())
            .For<TMachine>(informers)
            .Watches<Machine>(m => Referenced(m, TMachine.Resource), BootstrapOrOwner)
            .Watches<Cluster>(c => machines.ByIndex(ByCluster, c.Metadata.Key.ToString()).Select(m => m.Metadata.Key), ProgressedOrPaused)
            .Watches<TCluster>(
                c => machines.ByIndex(ByCluster, $"{c.Metadata.Namespace}/{c.Metadata.Labels.GetValueOrDefault(Slipway.Api.Core.Labels.ClusterName)}").Select(m => m.Metadata.Key),
                change => change.IsDeleted || change.IsAdded)
            .Workers(Workers)
            .Reconcile(new MachineReconciler<TMachine, TMachineShape>(context, backends, key => clusters.Get(key) is { } found ? TClusterShape.Read(found) : null))
            .Build());
    }

    private const string ByCluster = "byCluster";

    private static IEnumerable<ObjectKey> Referenced(Cluster cluster, ResourceType type) =>
        cluster.Spec.InfrastructureRef is { } reference && reference.Kind == type.Kind && reference.ApiGroup == type.Group
            ? [new ObjectKey(cluster.Metadata.Namespace, reference.Name)]
            : [];

    private static IEnumerable<ObjectKey> Referenced(Machine machine, ResourceType type) =>
        machine.Spec.InfrastructureRef is { } reference && reference.Kind == type.Kind && reference.ApiGroup == type.Group
            ? [new ObjectKey(machine.Metadata.Namespace, reference.Name)]
            : [];

    private static bool ProgressedOrPaused(InformerChange<Cluster> change) =>
        change.IsAdded || change.IsDeleted
        || change.Old!.Status.Initialization != change.New!.Status.Initialization
        || change.Old.Spec.Paused != change.New.Spec.Paused;

    private static bool BootstrapOrOwner(InformerChange<Machine> change) =>
        change.IsAdded || change.IsDeleted
        || change.Old!.Spec.Bootstrap.DataSecretName != change.New!.Spec.Bootstrap.DataSecretName
        || change.Old.Metadata.IsDeleting != change.New.Metadata.IsDeleting;
}
