using System.Net.Security;
using Grpc.Net.Client;
using Slipway.Etcd.Protocol;

namespace Slipway.Controllers.Workloads.Etcd;

/// <summary>A channel to the member on one Node. The connection is made with the first call, and again after it broke.</summary>
internal sealed class EtcdChannel : IDisposable
{
    private const string Namespace = "kube-system";
    private const int Port = 2379;
    private static readonly TimeSpan DialLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan IdleLimit = TimeSpan.FromMinutes(2);

    private readonly GrpcChannel _channel;

    /// <summary>Makes a channel.</summary>
    /// <param name="cluster">The workload cluster.</param>
    /// <param name="node">The Node.</param>
    /// <param name="tls">How TLS is spoken.</param>
    public EtcdChannel(WorkloadCluster cluster, string node, SslClientAuthenticationOptions tls)
    {
        var pod = PodOf(node);
        var handler = new SocketsHttpHandler
        {
            SslOptions = tls,
            ConnectTimeout = DialLimit,
            PooledConnectionIdleTimeout = IdleLimit,
            UseProxy = false,
            ConnectCallback = (_, cancellation) => cluster.Connection.OpenPortAsync(Namespace, pod, Port, cancellation),
        };
        Node = node;
        _channel = GrpcChannel.ForAddress($"https://{pod}:{Port}", new GrpcChannelOptions { HttpHandler = handler, DisposeHttpClient = true });
        Members = new Slipway.Etcd.Protocol.Cluster.ClusterClient(_channel);
        Maintenance = new Maintenance.MaintenanceClient(_channel);
    }

    /// <summary>The Node.</summary>
    public string Node { get; }

    /// <summary>Who belongs to the cluster.</summary>
    public Slipway.Etcd.Protocol.Cluster.ClusterClient Members { get; }

    /// <summary>How the members are.</summary>
    public Maintenance.MaintenanceClient Maintenance { get; }

    /// <summary>The name of etcd's Pod on a Node.</summary>
    /// <param name="node">The Node's name.</param>
    public static string PodOf(string node) => $"etcd-{node}";

    /// <summary>Closes the channel.</summary>
    public void Dispose() => _channel.Dispose();
}
