using System.Threading.Channels;
using Slipway.Api.Core;
using Slipway.Api.Core.Clusters;
using Slipway.Api.Core.MachineDeployments;
using Slipway.Api.Core.Machines;
using Slipway.Api.Core.MachineSets;
using Slipway.App.Kinds;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Informers;

namespace Slipway.App.Dashboard;

/// <summary>Follows a cluster: a new tree whenever something in it changed, never more often than a few times a second.</summary>
/// <param name="informers">The management plane.</param>
/// <param name="kinds">What it serves.</param>
/// <param name="key">The Cluster.</param>
internal sealed class ClusterWatch(InformerCache informers, KindCatalog kinds, ObjectKey key)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Follows until cancelled.</summary>
    /// <param name="cancellation">Ends it.</param>
    public async IAsyncEnumerable<TreeNode> TreesAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var clusters = informers.Of(Cluster.Resource, new InformerScope(key.Namespace));
        var parts = new List<IInformer<Unstructured>>();
        using var subscription = clusters.Subscribe(_ => _changes.Writer.TryWrite(true));
        foreach (var type in (ResourceType[])[MachineDeployment.Resource, MachineSet.Resource, Machine.Resource])
        {
            parts.Add(Follow(type));
        }

        var referenced = new HashSet<ResourceType>();
        while (await _changes.Reader.WaitToReadAsync(cancellation))
        {
            _changes.Reader.TryRead(out _);
            if (clusters.Get(key) is { } cluster)
            {
                foreach (var reference in (string[])["infrastructureRef", "controlPlaneRef"])
                {
                    var kind = new GroupKind(cluster.Text("spec", reference, "apiGroup") ?? "", cluster.Text("spec", reference, "kind") ?? "");
                    if (kinds.Find(kind) is { } type && referenced.Add(type))
                    {
                        parts.Add(Follow(type));
                    }
                }

                yield return ClusterTree.Build(cluster, [.. parts.SelectMany(p => p.List(key.Namespace)).Where(Belongs)]);
            }

            await Task.Delay(Pause, informers.Options.Time, cancellation);
        }
    }

    private IInformer<Unstructured> Follow(ResourceType type)
    {
        var informer = informers.Of(type, new InformerScope(key.Namespace));
        informer.Subscribe(_ => _changes.Writer.TryWrite(true));
        return informer;
    }

    private bool Belongs(Unstructured value) =>
        value.Metadata.Labels.GetValueOrDefault(Labels.ClusterName) == key.Name || value.Metadata.OwnerReferences.Any(o => o.Kind == "Cluster" && o.Name == key.Name);
}
