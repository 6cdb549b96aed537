using Slipway.Api.Core;
using Slipway.Api.Core.Clusters;
using Slipway.Api.Core.MachineDeployments;
using Slipway.Api.Core.Machines;
using Slipway.Api.Core.MachineSets;
using Slipway.Api.Core.Shared;
using Slipway.Api.Kubernetes;
using Slipway.Controllers.Contracts;
using Slipway.Controllers.Kubeadm.Certificates;
using Slipway.Controllers.Shared;
using Slipway.Controllers.Workloads;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Controllers;
using Slipway.Runtime.Informers;

namespace Slipway.Controllers.Clusters;

/// <summary>Reads views from the snapshots.</summary>
internal sealed class Observer
{
    private const string ReferenceIndex = "spec.references";

    private readonly ControllerContext _context;
    private readonly Controller _controller;
    private readonly IInformer<Cluster> _clusters;
    private readonly IInformer<Secret> _secrets;

    /// <summary>Makes an observer.</summary>
    /// <param name="context">What every controller is given.</param>
    /// <param name="controller">Hears of providers' kinds.</param>
    public Observer(ControllerContext context, Controller controller)
    {
        _context = context;
        _controller = controller;
        _clusters = context.Informers.Of<Cluster>();
        _secrets = context.Informers.Of<Secret>(WorkloadWiring.ClusterSecrets);
        _clusters.AddIndex(ReferenceIndex, static c => References(c).Select(r => $"{c.Metadata.Namespace}/{r.Kind}/{r.Name}").Distinct());
    }

    /// <summary>Reads a view.</summary>
    /// <param name="key">The Cluster.</param>
    /// <param name="cancellation">Ends the wait for the first snapshot of a kind.</param>
    /// <returns>The view, or null where the Cluster is gone.</returns>
    public async ValueTask<View?> ReadAsync(ObjectKey key, CancellationToken cancellation)
    {
        if (_clusters.Get(key) is not { } cluster)
        {
            return null;
        }

        var informers = _context.Informers;
        var lone = cluster.Spec.ControlPlaneRef is null;
        return new View
        {
            Cluster = cluster,
            Infrastructure = await ReadAsync(cluster.Spec.InfrastructureRef, key, cancellation),
            ControlPlane = await ReadAsync(cluster.Spec.ControlPlaneRef, key, cancellation),
            Deployments = [.. informers.OfCluster<MachineDeployment>(key)],
            Sets = [.. informers.OfCluster<MachineSet>(key)],
            Machines = [.. informers.OfCluster<Machine>(key)],
            Connection = _context.Workloads.StateOf(key),
            Authority = lone ? CertificateSet.Read(_secrets, key, null).Authority : null,
            Kubeconfig = lone ? _secrets.Get(key with { Name = AdminKubeconfig.SecretName(key.Name) }) : null,
            Now = _context.Time.GetUtcNow(),
        };
    }

    /// <summary>The Clusters that a provider's object belongs to, or whose references name it.</summary>
    /// <param name="value">The object.</param>
    public IEnumerable<ObjectKey> Users(Unstructured value) =>
        value.Metadata.Labels.TryGetValue(Labels.ClusterName, out var name)
            ? [new ObjectKey(value.Metadata.Namespace, name)]
            : _clusters.ByIndex(ReferenceIndex, $"{value.Metadata.Namespace}/{value.Kind}/{value.Metadata.Name}").Select(c => c.Metadata.Key);

    private static IEnumerable<ContractVersionedObjectReference> References(Cluster cluster) =>
        ((ContractVersionedObjectReference?[])[cluster.Spec.InfrastructureRef, cluster.Spec.ControlPlaneRef]).OfType<ContractVersionedObjectReference>();

    private async ValueTask<ExternalObject?> ReadAsync(ContractVersionedObjectReference? reference, ObjectKey cluster, CancellationToken cancellation) =>
        reference is null
            ? null
            : await _context.Externals.ReadAsync(reference, cluster.Namespace, type => _controller.Watch(type, Users), cancellation);
}
