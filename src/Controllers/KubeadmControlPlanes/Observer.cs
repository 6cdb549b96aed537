using Slipway.Api.Bootstrap;
using Slipway.Api.ControlPlane;
using Slipway.Api.Core;
using Slipway.Api.Core.Clusters;
using Slipway.Api.Core.Machines;
using Slipway.Api.Kubernetes;
using Slipway.Controllers.Contracts;
using Slipway.Controllers.Kubeadm.Certificates;
using Slipway.Controllers.KubeadmControlPlanes.Views;
using Slipway.Controllers.Shared;
using Slipway.Controllers.Workloads;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Controllers;
using Slipway.Runtime.Informers;

namespace Slipway.Controllers.KubeadmControlPlanes;

/// <summary>Reads views from the snapshots and from the workload cluster.</summary>
/// <param name="context">What every controller is given.</param>
/// <param name="workloads">Looks into workload clusters.</param>
/// <param name="controller">Hears of providers' kinds.</param>
internal sealed class Observer(ControllerContext context, WorkloadObserver workloads, Controller controller)
{
    private readonly InformerCache _informers = context.Informers;
    private readonly IInformer<Secret> _secrets = context.Informers.Of<Secret>(WorkloadWiring.ClusterSecrets);
    private readonly IInformer<KubeadmConfig> _configs = context.Informers.Of<KubeadmConfig>();

    /// <summary>Reads a view, judged.</summary>
    /// <param name="key">The KubeadmControlPlane.</param>
    /// <param name="cancellation">Ends the waits.</param>
    /// <returns>The view, or null where the KubeadmControlPlane is gone.</returns>
    public async ValueTask<View?> ReadAsync(ObjectKey key, CancellationToken cancellation)
    {
        if (_informers.Of<KubeadmControlPlane>().Get(key) is not { } plane)
        {
            return null;
        }

        var view = new View { ControlPlane = plane, Cluster = ClusterOf(plane), Now = context.Time.GetUtcNow() };
        if (view.Cluster is not { } cluster)
        {
            return view;
        }

        await context.Externals.Catalog.WaitForSyncAsync(cancellation);
        var reference = plane.Spec.MachineTemplate.Spec.InfrastructureRef;
        var template = await context.Externals.ReadAsync(reference, key.Namespace, type => controller.Watch(type, Users, "template"), cancellation);
        var kind = context.Externals.Catalog.Find(new GroupKind(reference.ApiGroup, TemplateClone.KindOf(reference.Kind))).Kind;
        var all = _informers.OfCluster<Machine>(cluster.Metadata.Key);
        var own = all.Where(m => m.Metadata.Labels.ContainsKey(Labels.ControlPlane)).ToList();
        view = view with
        {
            Template = template,
            InfrastructureKind = kind,
            Workers = [.. all.Where(m => !m.Metadata.Labels.ContainsKey(Labels.ControlPlane)).Select(m => m.Metadata.Name)],
            Machines = await WithObjectsAsync(own.Where(m => m.Metadata.IsControlledBy(plane)), cancellation),
            Adoptable = await WithObjectsAsync(own.Where(m => m.Metadata.ControllerOwner is null && !m.Metadata.IsDeleting), cancellation),
            Foreign = [.. own.Where(m => m.Metadata.ControllerOwner is { } owner && owner.Uid != plane.Metadata.Uid)],
            Certificates = CertificateSet.Read(_secrets, cluster.Metadata.Key, plane.Spec.KubeadmConfigSpec?.ClusterConfiguration),
            Kubeconfig = _secrets.Get(cluster.Metadata.Key with { Name = AdminKubeconfig.SecretName(cluster.Metadata.Name) }),
        };
        view = await workloads.LookAsync(view, cancellation);
        return Plan.Judge(view);
    }

    private Cluster? ClusterOf(KubeadmControlPlane plane)
    {
        var name = plane.Metadata.OwnerReferences
            .FirstOrDefault(o => o.Kind == Cluster.Resource.Kind && o.Group == Cluster.Resource.Group)?.Name
            ?? plane.Metadata.Labels.GetValueOrDefault(Labels.ClusterName);
        return name is null ? null : _informers.Of<Cluster>().Get(plane.Metadata.Key with { Name = name });
    }

    private IEnumerable<ObjectKey> Users(Unstructured template) => _informers.Of<KubeadmControlPlane>().List(template.Metadata.Namespace)
        .Where(p => p.Spec.MachineTemplate.Spec.InfrastructureRef is { } r && r.Kind == template.Kind && r.Name == template.Metadata.Name)
        .Select(p => p.Metadata.Key);

    private async ValueTask<IReadOnlyList<ControlPlaneMachine>> WithObjectsAsync(IEnumerable<Machine> machines, CancellationToken cancellation)
    {
        var read = new List<ControlPlaneMachine>();
        foreach (var machine in machines.OrderBy(m => m.Metadata.CreationTimestamp).ThenBy(m => m.Metadata.Name, StringComparer.Ordinal))
        {
            var infrastructure = await context.Externals.ReadAsync(machine.Spec.InfrastructureRef, machine.Metadata.Namespace, static _ => { }, cancellation);
            read.Add(new ControlPlaneMachine
            {
                Machine = machine,
                Config = machine.Spec.Bootstrap.ConfigRef is { } config ? _configs.Get(machine.Metadata.Key with { Name = config.Name }) : null,
                Infrastructure = infrastructure.Object,
            });
        }

        return read;
    }
}
