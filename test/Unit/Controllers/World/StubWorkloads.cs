using Slipway.Controllers.Workloads;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;
using Slipway.Runtime.Informers;

namespace Slipway.Unit.Controllers.World;

/// <summary>One workload cluster for everybody: connected as soon as somebody says so.</summary>
internal sealed class StubWorkloads : IWorkloadClusters
{
    private readonly Lock _gate = new();
    private readonly List<Action<WorkloadChange>> _handlers = [];
    private readonly WorkloadCluster _cluster;
    private readonly TimeProvider _time;
    private bool _connected;

    public StubWorkloads(ObjectKey cluster, IClient client, InformerCache informers)
    {
        _time = informers.Options.Time;
        _cluster = new WorkloadCluster(cluster, "uid", new Connection(client), informers, static () => { });
        _cluster.Nodes.Subscribe(change => Tell(new WorkloadChange(cluster, WorkloadChangeType.Node, change.Object, change.Old)));
    }

    public WorkloadCluster Cluster => _cluster;

    public void Connect()
    {
        Volatile.Write(ref _connected, true);
        Tell(new WorkloadChange(_cluster.Key, WorkloadChangeType.Connected));
    }

    public WorkloadCluster? TryGet(ObjectKey cluster) => Volatile.Read(ref _connected) && cluster == _cluster.Key ? _cluster : null;

    public WorkloadState StateOf(ObjectKey cluster) => TryGet(cluster) is null
        ? WorkloadState.Unseen
        : new WorkloadState(WorkloadPhase.Connected, "", default) { LastProbe = _time.GetUtcNow(), LastProbeSuccess = _time.GetUtcNow() };

    public IDisposable Subscribe(Action<WorkloadChange> handler)
    {
        lock (_gate)
        {
            _handlers.Add(handler);
        }

        return new Ended();
    }

    public ValueTask ForgetAsync(ObjectKey cluster) => ValueTask.CompletedTask;

    private void Tell(WorkloadChange change)
    {
        Action<WorkloadChange>[] handlers;
        lock (_gate)
        {
            handlers = [.. _handlers];
        }

        foreach (var handler in handlers)
        {
            handler(change);
        }
    }

    private sealed class Ended : IDisposable
    {
        public void Dispose()
        {
        }
    }

    private sealed class Connection(IClient client) : IWorkloadConnection
    {
        public string Server => "stub";

        public IClient Client => client;

        public ValueTask ProbeAsync(CancellationToken cancellation) => ValueTask.CompletedTask;

        public ValueTask<Stream> OpenPortAsync(string @namespace, string pod, int port, CancellationToken cancellation) =>
            throw new InvalidOperationException("There are no Pods here.");

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
