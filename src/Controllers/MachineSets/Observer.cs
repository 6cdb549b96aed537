using Slipway.Api.Core;
using Slipway.Api.Core.Clusters;
using Slipway.Api.Core.MachineDeployments;
using Slipway.Api.Core.Machines;
using Slipway.Api.Core.MachineSets;
using Slipway.Api.Core.Shared;
using Slipway.Controllers.Contracts;
using Slipway.Controllers.Shared;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;
using Slipway.Machinery.Selectors;
using Slipway.Runtime.Controllers;
using Slipway.Runtime.Informers;

namespace Slipway.Controllers.MachineSets;

/// <summary>Reads views from the snapshots.</summary>
/// <param name="context">What every controller is given.</param>
/// <param name="controller">Hears of providers' kinds.</param>
internal sealed class Observer(ControllerContext context, Controller controller)
{
    private readonly InformerCache _informers = context.Informers;

    /// <summary>Reads a view.</summary>
    /// <param name="key">The MachineSet.</param>
    /// <param name="cancellation">Ends the wait for the first snapshot of a kind.</param>
    /// <returns>The view, or null where the MachineSet is gone.</returns>
    public async ValueTask<View?> ReadAsync(ObjectKey key, CancellationToken cancellation)
    {
        if (_informers.Of<MachineSet>().Get(key) is not { } set)
        {
            return null;
        }

        var clusterKey = new ObjectKey(key.Namespace, set.Spec.ClusterName);
        var template = set.Spec.Template.Spec;
        var view = new View
        {
            Set = set,
            Cluster = _informers.Of<Cluster>().Get(clusterKey),
            Deployment = set.Metadata.ControllerOwner is { Kind: "MachineDeployment" } owner
                ? _informers.Of<MachineDeployment>().Get(new ObjectKey(key.Namespace, owner.Name))
                : null,
            Machines = [.. _informers.Of<Machine>().ControlledBy(set)],
            Adoptable = Adoptable(set, clusterKey),
            BootstrapTemplate = template.Bootstrap.ConfigRef is { } config ? await TemplateAsync(config, key.Namespace, cancellation) : null,
            InfrastructureTemplate = await TemplateAsync(template.InfrastructureRef, key.Namespace, cancellation),
            BootstrapKind = template.Bootstrap.ConfigRef is { } made ? KindMade(made) : null,
            InfrastructureKind = KindMade(template.InfrastructureRef),
            Now = context.Time.GetUtcNow(),
        };
        view = view with { ControlPlane = await ControlPlaneAsync(view.Cluster, cancellation) };
        return await WithObjectsAsync(view, cancellation);
    }

    /// <summary>The MachineSets whose template refers to an object.</summary>
    /// <param name="template">The object.</param>
    public IEnumerable<ObjectKey> Users(Unstructured template) =>
        _informers.Of<MachineSet>().List(template.Metadata.Namespace)
            .Where(s => Refers(s.Spec.Template.Spec.InfrastructureRef, template) || Refers(s.Spec.Template.Spec.Bootstrap.ConfigRef, template))
            .Select(s => s.Metadata.Key);

    private static bool Refers(ContractVersionedObjectReference? reference, Unstructured template) =>
        reference is not null && reference.Kind == template.Kind && reference.Name == template.Metadata.Name;

    private Machine[] Adoptable(MachineSet set, ObjectKey cluster)
    {
        var query = LabelQuery.From(set.Spec.Selector);
        return set.Metadata.IsDeleting || query.IsEverything
            ? []
            : [.. _informers.OfCluster<Machine>(cluster)
                .Where(m => m.Metadata.ControllerOwner is null && !m.Metadata.IsDeleting && query.Matches(m.Metadata.Labels))];
    }

    private ValueTask<ExternalObject> TemplateAsync(ContractVersionedObjectReference reference, string @namespace, CancellationToken cancellation) =>
        context.Externals.ReadAsync(reference, @namespace, type => controller.Watch(type, Users, "template"), cancellation);

    private ContractKind? KindMade(ContractVersionedObjectReference template) =>
        context.Externals.Catalog.Find(new GroupKind(template.ApiGroup, TemplateClone.KindOf(template.Kind))).Kind;

    private async ValueTask<ControlPlane?> ControlPlaneAsync(Cluster? cluster, CancellationToken cancellation)
    {
        if (cluster?.Spec.ControlPlaneRef is not { } reference)
        {
            return null;
        }

        var found = await context.Externals.ReadAsync(
            reference, cluster.Metadata.Namespace, type => controller.Watch(type, OfControlPlane, "control plane"), cancellation);
        return found.Found ? new ControlPlane(found.Object, found.Kind) : null;
    }

    private IEnumerable<ObjectKey> OfControlPlane(Unstructured plane) =>
        plane.Metadata.Labels.TryGetValue(Labels.ClusterName, out var cluster)
            ? _informers.KeysOfCluster<MachineSet>(new ObjectKey(plane.Metadata.Namespace, cluster))
            : [];

    /// <summary>The objects beside the Machines, and those that were made for Machines that never came to be.</summary>
    private async ValueTask<View> WithObjectsAsync(View view, CancellationToken cancellation)
    {
        var linked = new List<View.LinkedObject>();
        var orphans = new List<View.LinkedObject>();
        foreach (var kind in (ContractKind?[])[view.BootstrapKind, view.InfrastructureKind])
        {
            if (kind is null)
            {
                continue;
            }

            var informer = _informers.Of(kind.Type);
            await informer.WaitForSyncAsync(cancellation);
            linked.AddRange(view.Machines
                .Select(m => informer.Get(m.Metadata.Key))
                .OfType<Unstructured>()
                .Select(o => new View.LinkedObject(o, kind)));
            orphans.AddRange(informer.OwnedBy(view.Set)
                .Where(o => !o.Metadata.IsDeleting && _informers.Of<Machine>().Get(o.Metadata.Key) is null)
                .Select(o => new View.LinkedObject(o, kind)));
        }

        return view with { Linked = linked, Orphans = orphans };
    }
}
