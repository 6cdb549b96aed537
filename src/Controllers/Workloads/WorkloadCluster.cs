using Slipway.Api.Kubernetes.Nodes;
using Slipway.Api.Kubernetes.Pods;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;
using Slipway.Runtime.Informers;

namespace Slipway.Controllers.Workloads;

/// <summary>A connected workload cluster. After its connection is lost, calls fail and snapshots stand still.</summary>
public sealed class WorkloadCluster
{
    private const string ProviderIdIndex = "spec.providerID";
    private static readonly InformerScope ControlPlaneScope = new("kube-system", "tier=control-plane");

    private readonly InformerCache _informers;
    private readonly Action _podChanged;
    private readonly Lock _gate = new();
    private IInformer<Pod>? _pods;

    /// <summary>Wraps a connection.</summary>
    /// <param name="key">The Cluster's namespace and name.</param>
    /// <param name="uid">The Cluster's uid.</param>
    /// <param name="connection">The connection.</param>
    /// <param name="informers">The snapshots over it.</param>
    /// <param name="podChanged">Called when a control-plane Pod changes, once somebody has asked for these.</param>
    internal WorkloadCluster(ObjectKey key, string uid, IWorkloadConnection connection, InformerCache informers, Action podChanged)
    {
        Key = key;
        Uid = uid;
        Connection = connection;
        _informers = informers;
        _podChanged = podChanged;
        Nodes = informers.Of<Node>();
        Nodes.AddIndex(ProviderIdIndex, static node => node.Spec.ProviderID is { Length: > 0 } id ? [id] : []);
    }

    /// <summary>The Cluster's namespace and name.</summary>
    public ObjectKey Key { get; }

    /// <summary>The Cluster's uid.</summary>
    public string Uid { get; }

    /// <summary>The connection itself.</summary>
    public IWorkloadConnection Connection { get; }

    /// <summary>The API of the workload cluster.</summary>
    public IClient Client => Connection.Client;

    /// <summary>The cluster's Nodes, kept current by a watch.</summary>
    public IInformer<Node> Nodes { get; }

    /// <summary>The Nodes with a provider id; more than one only where somebody has made a mistake.</summary>
    /// <param name="providerId">The id, as in the Machine's <c>spec.providerID</c>.</param>
    public IReadOnlyCollection<Node> NodesOf(string providerId) => Nodes.ByIndex(ProviderIdIndex, providerId);

    /// <summary>A Node by its name, or null where there is none.</summary>
    /// <param name="name">The name.</param>
    public Node? Node(string name) => Nodes.Get(new ObjectKey("", name));

    /// <summary>The Pods of the control plane's components. The first call begins to watch them and waits for the first list.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    public async ValueTask<IInformer<Pod>> ControlPlanePodsAsync(CancellationToken cancellation)
    {
        IInformer<Pod> pods;
        lock (_gate)
        {
            if (_pods is null)
            {
                _pods = _informers.Of<Pod>(ControlPlaneScope);
                _pods.Subscribe(_ => _podChanged());
            }

            pods = _pods;
        }

        await pods.WaitForSyncAsync(cancellation);
        return pods;
    }
}
