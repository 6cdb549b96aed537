using Microsoft.Extensions.Logging;
using Slipway.Api.Kubernetes.Nodes;
using Slipway.Machinery.Objects;
using Slipway.Runtime;
using Slipway.Runtime.Informers;

namespace Slipway.Controllers.Workloads;

/// <summary>Holds the connections to workload clusters; <see cref="WorkloadReconciler"/> decides over them.</summary>
/// <param name="options">Clock, chance and log of the snapshots of workload clusters.</param>
public sealed class WorkloadClusters(RuntimeOptions options) : IWorkloadClusters, IAsyncDisposable
{
    private readonly ILogger _log = options.Logs.CreateLogger("Slipway.Controllers.Workloads");
    private readonly Lock _gate = new();
    private readonly Dictionary<ObjectKey, Entry> _entries = [];

    // Held while a change is told of, so that a subscriber hears one at a time and joins between two.
    private readonly Lock _delivery = new();
    private Subscription[] _subscriptions = [];

    /// <inheritdoc/>
    public WorkloadCluster? TryGet(ObjectKey cluster) => Find(cluster)?.Link?.Cluster;

    /// <inheritdoc/>
    public WorkloadState StateOf(ObjectKey cluster) => Find(cluster)?.State ?? WorkloadState.Unseen;

    /// <inheritdoc/>
    public IDisposable Subscribe(Action<WorkloadChange> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        var subscription = new Subscription(this, handler);
        lock (_delivery)
        {
            _subscriptions = [.. _subscriptions, subscription];
            foreach (var key in Connected())
            {
                handler(new WorkloadChange(key, WorkloadChangeType.Connected));
            }
        }

        return subscription;
    }

    /// <inheritdoc/>
    public async ValueTask ForgetAsync(ObjectKey cluster)
    {
        Entry? entry;
        lock (_gate)
        {
            _entries.Remove(cluster, out entry);
        }

        if (entry is not null)
        {
            _log.Forgotten(cluster.ToString());
            await EndAsync(cluster, entry);
        }
    }

    /// <summary>Ends every connection.</summary>
    public async ValueTask DisposeAsync()
    {
        List<Entry> entries;
        lock (_gate)
        {
            entries = [.. _entries.Values];
            _entries.Clear();
        }

        _subscriptions = [];
        foreach (var entry in entries)
        {
            if (entry.Link is not null)
            {
                await entry.Link.DisposeAsync();
            }
        }
    }

    /// <summary>The kubeconfig of the present connection; empty where there is none.</summary>
    /// <param name="cluster">The Cluster's namespace and name.</param>
    internal ReadOnlyMemory<byte> KubeconfigOf(ObjectKey cluster) => Find(cluster)?.Link?.Kubeconfig ?? ReadOnlyMemory<byte>.Empty;

    /// <summary>Notes how things stand without touching a connection.</summary>
    /// <param name="cluster">The Cluster's namespace and name.</param>
    /// <param name="state">How things stand.</param>
    internal void Note(ObjectKey cluster, WorkloadState state)
    {
        WorkloadState before;
        lock (_gate)
        {
            var entry = _entries.GetValueOrDefault(cluster);
            before = entry?.State ?? WorkloadState.Unseen;
            _entries[cluster] = new Entry(state, entry?.Link);
        }

        if ((before.Failures > 0) != (state.Failures > 0))
        {
            Tell(new WorkloadChange(cluster, WorkloadChangeType.Probed));
        }

        if (before.Message != state.Message && state.Message.Length > 0)
        {
            _log.NotConnected(cluster.ToString(), state.Message);
        }
    }

    /// <summary>Makes the snapshots over a connection and waits for the Nodes; <see cref="Publish"/> lets others see it.</summary>
    /// <param name="cluster">The Cluster's namespace and name.</param>
    /// <param name="uid">The Cluster's uid.</param>
    /// <param name="connection">The connection, owned by the result, or ended where this fails.</param>
    /// <param name="kubeconfig">What it was made from.</param>
    /// <param name="cancellation">Ends the wait.</param>
    internal async ValueTask<WorkloadLink> OpenAsync(
        ObjectKey cluster, string uid, IWorkloadConnection connection, ReadOnlyMemory<byte> kubeconfig, CancellationToken cancellation)
    {
        var informers = new InformerCache(connection.Client, options);
        var opened = new WorkloadCluster(
            cluster, uid, connection, informers, () => Tell(new WorkloadChange(cluster, WorkloadChangeType.ControlPlanePod)));
        var link = new WorkloadLink(opened, informers, kubeconfig);
        var stands = false;
        try
        {
            await opened.Nodes.WaitForSyncAsync(cancellation);
            stands = true;
            return link;
        }
        finally
        {
            if (!stands)
            {
                await link.DisposeAsync();
            }
        }
    }

    /// <summary>Lets others see a connection.</summary>
    /// <param name="link">The connection.</param>
    /// <param name="state">How things stand.</param>
    internal void Publish(WorkloadLink link, WorkloadState state)
    {
        var key = link.Cluster.Key;
        lock (_gate)
        {
            _entries[key] = new Entry(state, link);
        }

        _log.Connected(key.ToString(), link.Cluster.Connection.Server);
        Tell(new WorkloadChange(key, WorkloadChangeType.Connected));
        link.NodeSubscription = link.Cluster.Nodes.Subscribe(change => NodeChanged(key, change));
    }

    /// <summary>Gives up a connection.</summary>
    /// <param name="cluster">The Cluster's namespace and name.</param>
    /// <param name="state">How things stand.</param>
    internal async ValueTask DropAsync(ObjectKey cluster, WorkloadState state)
    {
        Entry? entry;
        lock (_gate)
        {
            entry = _entries.GetValueOrDefault(cluster);
            _entries[cluster] = new Entry(state, null);
        }

        if (entry is not null)
        {
            _log.Lost(cluster.ToString(), state.Message);
            await EndAsync(cluster, entry);
        }
    }

    private Entry? Find(ObjectKey cluster)
    {
        lock (_gate)
        {
            return _entries.GetValueOrDefault(cluster);
        }
    }

    private List<ObjectKey> Connected()
    {
        lock (_gate)
        {
            return [.. _entries.Where(e => e.Value.Link is not null).Select(e => e.Key)];
        }
    }

    private async ValueTask EndAsync(ObjectKey cluster, Entry entry)
    {
        if (entry.Link is not null)
        {
            Tell(new WorkloadChange(cluster, WorkloadChangeType.Disconnected));
            await entry.Link.DisposeAsync();
        }
    }

    private void NodeChanged(ObjectKey cluster, InformerChange<Node> change) =>
        Tell(new WorkloadChange(cluster, WorkloadChangeType.Node, change.Object, change.Old));

    private void Tell(WorkloadChange change)
    {
        lock (_delivery)
        {
            foreach (var subscription in _subscriptions)
            {
                subscription.Handler(change);
            }
        }
    }

    private void Unsubscribe(Subscription subscription)
    {
        lock (_delivery)
        {
            _subscriptions = [.. _subscriptions.Where(s => s != subscription)];
        }
    }

    private sealed record Entry(WorkloadState State, WorkloadLink? Link);

    private sealed class Subscription(WorkloadClusters clusters, Action<WorkloadChange> handler) : IDisposable
    {
        public Action<WorkloadChange> Handler => handler;

        public void Dispose() => clusters.Unsubscribe(this);
    }
}
