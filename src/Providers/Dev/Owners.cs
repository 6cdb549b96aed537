using Slipway.Api.Core;
using Slipway.Api.Core.Clusters;
using Slipway.Api.Core.Machines;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Informers;

namespace Slipway.Providers.Dev;

/// <summary>Finds what an infrastructure object belongs to.</summary>
/// <param name="informers">The management cluster's informers.</param>
internal sealed class Owners(InformerCache informers)
{
    private readonly IInformer<Cluster> _clusters = informers.Of<Cluster>();
    private readonly IInformer<Machine> _machines = informers.Of<Machine>();

    /// <summary>The Cluster that owns an infrastructure cluster, by owner reference.</summary>
    /// <param name="meta">The infrastructure cluster's metadata.</param>
    public Cluster? ClusterOf(ObjectMeta meta) =>
        meta.OwnerReferences.FirstOrDefault(o => o.Kind == "Cluster" && o.Group == Cluster.Resource.Group) is { } owner
            ? _clusters.Get(new ObjectKey(meta.Namespace, owner.Name))
            : null;

    /// <summary>The Machine that owns an infrastructure machine, by owner reference.</summary>
    /// <param name="meta">The infrastructure machine's metadata.</param>
    public Machine? MachineOf(ObjectMeta meta) =>
        meta.OwnerReferences.FirstOrDefault(o => o.Kind == "Machine" && o.Group == Machine.Resource.Group) is { } owner
            ? _machines.Get(new ObjectKey(meta.Namespace, owner.Name))
            : null;

    /// <summary>The Cluster that an infrastructure machine belongs to: its Machine's, else the one its label names.</summary>
    /// <param name="meta">The infrastructure machine's metadata.</param>
    /// <param name="machine">Its Machine, where there is one.</param>
    public Cluster? ClusterOf(ObjectMeta meta, Machine? machine)
    {
        var name = machine?.Spec.ClusterName ?? meta.Labels.GetValueOrDefault(Labels.ClusterName);
        return name is { Length: > 0 } ? _clusters.Get(new ObjectKey(meta.Namespace, name)) : null;
    }
}
