using Slipway.Api.Core.Clusters;
using Slipway.Api.Core.MachineDeployments;
using Slipway.Api.Core.Machines;
using Slipway.Api.Core.MachineSets;
using Slipway.Api.Core.Shared;
using Slipway.Controllers.Shared;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;
using Slipway.Machinery.Selectors;
using Slipway.Runtime.Controllers;
using Slipway.Runtime.Informers;

namespace Slipway.Controllers.MachineDeployments;

/// <summary>Reads views from the snapshots.</summary>
/// <param name="context">What every controller is given.</param>
/// <param name="controller">Hears of the kinds of templates.</param>
internal sealed class Observer(ControllerContext context, Controller controller)
{
    private readonly InformerCache _informers = context.Informers;

    /// <summary>Reads a view.</summary>
    /// <param name="key">The MachineDeployment.</param>
    /// <param name="cancellation">Ends the wait for the first snapshot of a kind.</param>
    /// <returns>The view, or null where the MachineDeployment is gone.</returns>
    public async ValueTask<View?> ReadAsync(ObjectKey key, CancellationToken cancellation)
    {
        if (_informers.Of<MachineDeployment>().Get(key) is not { } deployment)
        {
            return null;
        }

        var cluster = new ObjectKey(key.Namespace, deployment.Spec.ClusterName);
        var sets = _informers.Of<MachineSet>().ControlledBy(deployment);
        var machines = _informers.Of<Machine>();
        return new View
        {
            Deployment = deployment,
            Cluster = _informers.Of<Cluster>().Get(cluster),
            Sets = [.. sets.OrderBy(s => s.Metadata.CreationTimestamp).ThenBy(s => s.Metadata.Name, StringComparer.Ordinal)],
            Adoptable = Adoptable(deployment, cluster),
            Machines = [.. sets.SelectMany(s => machines.ControlledBy(s))],
            MissingTemplates = await MissingAsync(deployment, cancellation),
            Now = context.Time.GetUtcNow(),
        };
    }

    /// <summary>The MachineDeployments whose template refers to an object.</summary>
    /// <param name="template">The object.</param>
    public IEnumerable<ObjectKey> Users(Unstructured template) =>
        _informers.Of<MachineDeployment>().List(template.Metadata.Namespace)
            .Where(d => Refers(d.Spec.Template.Spec.InfrastructureRef, template) || Refers(d.Spec.Template.Spec.Bootstrap.ConfigRef, template))
            .Select(d => d.Metadata.Key);

    private static bool Refers(ContractVersionedObjectReference? reference, Unstructured template) =>
        reference is not null && reference.Kind == template.Kind && reference.Name == template.Metadata.Name;

    private MachineSet[] Adoptable(MachineDeployment deployment, ObjectKey cluster)
    {
        if (deployment.Metadata.IsDeleting)
        {
            return [];
        }

        var query = LabelQuery.From(deployment.Spec.Selector);
        return query.IsEverything
            ? []
            : [.. _informers.OfCluster<MachineSet>(cluster)
                .Where(s => s.Metadata.ControllerOwner is null && !s.Metadata.IsDeleting && query.Matches(s.Metadata.Labels))];
    }

    private async ValueTask<IReadOnlyList<string>> MissingAsync(MachineDeployment deployment, CancellationToken cancellation)
    {
        if (deployment.Metadata.IsDeleting)
        {
            return [];
        }

        var missing = new List<string>();
        var machine = deployment.Spec.Template.Spec;
        foreach (var reference in (ContractVersionedObjectReference?[])[machine.Bootstrap.ConfigRef, machine.InfrastructureRef])
        {
            if (reference is not null)
            {
                var found = await context.Externals.ReadAsync(
                    reference, deployment.Metadata.Namespace, type => controller.Watch(type, Users, "template"), cancellation);
                if (!found.Found)
                {
                    missing.Add(found.Problem);
                }
            }
        }

        return missing;
    }
}
