using Slipway.Api.Core;
using Slipway.Api.Core.Clusters;
using Slipway.Api.Core.MachineHealthChecks;
using Slipway.Api.Core.Machines;
using Slipway.Api.Core.Shared;
using Slipway.Controllers.Contracts;
using Slipway.Controllers.Shared;
using Slipway.Controllers.Workloads;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;
using Slipway.Machinery.Selectors;
using Slipway.Runtime.Controllers;
using Slipway.Runtime.Informers;

namespace Slipway.Controllers.MachineHealthChecks;

/// <summary>Reads views from the snapshots.</summary>
/// <param name="context">What every controller is given.</param>
/// <param name="controller">Hears of remediation kinds.</param>
internal sealed class Observer(ControllerContext context, Controller controller)
{
    private readonly InformerCache _informers = context.Informers;

    /// <summary>Reads a view.</summary>
    /// <param name="key">The MachineHealthCheck.</param>
    /// <param name="cancellation">Ends the wait for the first snapshot of a kind.</param>
    /// <returns>The view, or null where the MachineHealthCheck is gone.</returns>
    public async ValueTask<View?> ReadAsync(ObjectKey key, CancellationToken cancellation)
    {
        if (_informers.Of<MachineHealthCheck>().Get(key) is not { } check)
        {
            return null;
        }

        var cluster = new ObjectKey(key.Namespace, check.Spec.ClusterName);
        var workload = context.Workloads.TryGet(cluster);
        var query = LabelQuery.From(check.Spec.Selector);
        var view = new View
        {
            Check = check,
            Cluster = _informers.Of<Cluster>().Get(cluster),
            Targets = [.. _informers.OfCluster<Machine>(cluster).Where(m => IsTarget(m, query)).Select(m => Look(m, workload))],
            Now = context.Time.GetUtcNow(),
        };
        return check.Spec.Remediation?.TemplateRef is { } template ? await WithTemplateAsync(view, template, cancellation) : view;
    }

    /// <summary>The MachineHealthChecks that look after a Machine.</summary>
    /// <param name="machine">The Machine.</param>
    public IEnumerable<ObjectKey> Users(Machine machine) =>
        _informers.OfCluster<MachineHealthCheck>(new ObjectKey(machine.Metadata.Namespace, machine.Spec.ClusterName))
            .Where(c => LabelQuery.From(c.Spec.Selector).Matches(machine.Metadata.Labels))
            .Select(c => c.Metadata.Key);

    private static bool IsTarget(Machine machine, LabelQuery query) =>
        query.Matches(machine.Metadata.Labels)
        && !machine.Metadata.Annotations.ContainsKey(Annotations.Paused)
        && !machine.Metadata.Annotations.ContainsKey(Annotations.SkipRemediation);

    private static Target Look(Machine machine, WorkloadCluster? workload) =>
        new(machine, machine.Status.NodeRef is { } node ? workload?.Node(node.Name) : null, workload is not null);

    private async ValueTask<View> WithTemplateAsync(View view, RemediationTemplateReference template, CancellationToken cancellation)
    {
        var group = template.ApiVersion.IndexOf('/', StringComparison.Ordinal) is var at and > 0 ? template.ApiVersion[..at] : "";
        var reference = new ContractVersionedObjectReference { ApiGroup = group, Kind = template.Kind, Name = template.Name };
        var @namespace = view.Check.Metadata.Namespace;
        var found = await context.Externals.ReadAsync(reference, @namespace, type => controller.Watch(type, _ => OfNamespace(@namespace), @namespace), cancellation);
        view = view with { RemediationTemplate = found.Object, RemediationProblem = found.Problem };
        var lookup = context.Externals.Catalog.Find(new GroupKind(group, TemplateClone.KindOf(template.Kind)));
        if (!lookup.Found)
        {
            return view with { RemediationProblem = lookup.Problem };
        }

        controller.Watch(lookup.Kind.Type, Requested);
        var informer = _informers.Of(lookup.Kind.Type);
        await informer.WaitForSyncAsync(cancellation);
        var requests = view.Targets.Select(t => informer.Get(t.Machine.Metadata.Key)).OfType<Unstructured>().ToDictionary(r => r.Metadata.Name);
        return view with { RemediationKind = lookup.Kind, Requests = requests };
    }

    private IEnumerable<ObjectKey> OfNamespace(string @namespace) =>
        _informers.Of<MachineHealthCheck>().List(@namespace).Where(c => c.Spec.Remediation?.TemplateRef is not null).Select(c => c.Metadata.Key);

    private IEnumerable<ObjectKey> Requested(Unstructured request) =>
        _informers.Of<Machine>().Get(request.Metadata.Key) is { } machine ? Users(machine) : [];
}
