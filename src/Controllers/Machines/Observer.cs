using Slipway.Api.Core.Clusters;
using Slipway.Api.Core.MachineDeployments;
using Slipway.Api.Core.Machines;
using Slipway.Api.Core.MachineSets;
using Slipway.Api.Core.Shared;
using Slipway.Api.Kubernetes.Nodes;
using Slipway.Controllers.Contracts;
using Slipway.Controllers.Shared;
using Slipway.Controllers.Workloads;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Controllers;
using Slipway.Runtime.Informers;

namespace Slipway.Controllers.Machines;

/// <summary>Reads views from the snapshots.</summary>
internal sealed class Observer
{
    private const string ReferenceIndex = "spec.references";
    private const string ProviderIdIndex = "spec.providerID";
    private const string NodeIndex = "status.nodeRef";

    private readonly ControllerContext _context;
    private readonly Controller _controller;
    private readonly IInformer<Machine> _machines;

    /// <summary>Makes an observer.</summary>
    /// <param name="context">What every controller is given.</param>
    /// <param name="controller">Hears of providers' kinds.</param>
    public Observer(ControllerContext context, Controller controller)
    {
        _context = context;
        _controller = controller;
        _machines = context.Informers.Of<Machine>();
        _machines.AddIndex(ReferenceIndex, static m => References(m).Select(r => $"{m.Metadata.Namespace}/{r.Kind}/{r.Name}").Distinct());
        _machines.AddIndex(ProviderIdIndex, static m => m.Spec.ProviderID is { Length: > 0 } id ? [$"{m.Metadata.Namespace}/{m.Spec.ClusterName}/{id}"] : []);
        _machines.AddIndex(NodeIndex, static m => m.Status.NodeRef is { } node ? [$"{m.Metadata.Namespace}/{m.Spec.ClusterName}/{node.Name}"] : []);
    }

    /// <summary>Reads a view.</summary>
    /// <param name="key">The Machine.</param>
    /// <param name="cancellation">Ends the wait for the first snapshot of a kind.</param>
    /// <returns>The view, or null where the Machine is gone.</returns>
    public async ValueTask<View?> ReadAsync(ObjectKey key, CancellationToken cancellation)
    {
        if (_machines.Get(key) is not { } machine)
        {
            return null;
        }

        var informers = _context.Informers;
        var clusterKey = new ObjectKey(key.Namespace, machine.Spec.ClusterName);
        var cluster = informers.Of<Cluster>().Get(clusterKey);
        var set = machine.Metadata.ControllerOwner is { Kind: "MachineSet" } owner ? informers.Of<MachineSet>().Get(new ObjectKey(key.Namespace, owner.Name)) : null;
        var view = new View
        {
            Machine = machine,
            Cluster = cluster,
            Set = set,
            Deployment = set?.Metadata.ControllerOwner is { Kind: "MachineDeployment" } deployment
                ? informers.Of<MachineDeployment>().Get(new ObjectKey(key.Namespace, deployment.Name))
                : null,
            Bootstrap = machine.Spec.Bootstrap.ConfigRef is { } config ? await ReadAsync(config, key.Namespace, cancellation) : null,
            Infrastructure = await ReadAsync(machine.Spec.InfrastructureRef, key.Namespace, cancellation),
            ControlPlane = cluster?.Spec.ControlPlaneRef is { } plane
                ? await _context.Externals.ReadAsync(plane, key.Namespace, static _ => { }, cancellation)
                : null,
            ControlPlaneMachineStays = !machine.Metadata.IsDeleting || informers.OfCluster<Machine>(clusterKey)
                .Any(m => MachineReports.IsControlPlane(m) && !m.Metadata.IsDeleting && m.Metadata.Uid != machine.Metadata.Uid),
            Connection = _context.Workloads.StateOf(clusterKey),
            Workload = _context.Workloads.TryGet(clusterKey),
            Now = _context.Time.GetUtcNow(),
        };
        return WithNode(view);
    }

    /// <summary>The Machines that a provider's object belongs to, or whose references name it.</summary>
    /// <param name="value">The object.</param>
    public IEnumerable<ObjectKey> Users(Unstructured value) =>
        value.Metadata.ControllerOwner is { Kind: "Machine" } owner
            ? [new ObjectKey(value.Metadata.Namespace, owner.Name)]
            : _machines.ByIndex(ReferenceIndex, $"{value.Metadata.Namespace}/{value.Kind}/{value.Metadata.Name}").Select(m => m.Metadata.Key);

    /// <summary>The Machines that a change of a workload cluster may matter to.</summary>
    /// <param name="change">The change.</param>
    public IEnumerable<ObjectKey> Users(WorkloadChange change)
    {
        if (change.Type is WorkloadChangeType.ControlPlanePod)
        {
            return [];
        }

        if (change.Node is not { } node)
        {
            return _context.Informers.KeysOfCluster<Machine>(change.Cluster);
        }

        var cluster = $"{change.Cluster.Namespace}/{change.Cluster.Name}/";
        var byName = _machines.ByIndex(NodeIndex, cluster + node.Metadata.Name);
        var byId = node.Spec.ProviderID is { Length: > 0 } id ? _machines.ByIndex(ProviderIdIndex, cluster + id) : [];
        return byName.Concat(byId).Select(m => m.Metadata.Key).Distinct();
    }

    private static IEnumerable<ContractVersionedObjectReference> References(Machine machine) =>
        machine.Spec.Bootstrap.ConfigRef is { } config ? [config, machine.Spec.InfrastructureRef] : [machine.Spec.InfrastructureRef];

    private ValueTask<ExternalObject> ReadAsync(ContractVersionedObjectReference reference, string @namespace, CancellationToken cancellation) =>
        _context.Externals.ReadAsync(reference, @namespace, type => _controller.Watch(type, Users), cancellation);

    private static View WithNode(View view)
    {
        if (view.Workload is not { } workload)
        {
            return view;
        }

        IReadOnlyCollection<Node> nodes = view.Machine.Spec.ProviderID is { Length: > 0 } id ? workload.NodesOf(id) : [];
        if (nodes.Count > 1)
        {
            return view with { RivalNodes = [.. nodes.Select(n => n.Metadata.Name)] };
        }

        return nodes.FirstOrDefault() is { } node ? view with { Node = node } : view;
    }
}
