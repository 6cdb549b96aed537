using Slipway.Runtime.Informers;

namespace Slipway.Controllers.Workloads;

/// <summary>A connection with all that must end with it.</summary>
/// <param name="cluster">What others see of it.</param>
/// <param name="informers">The snapshots.</param>
/// <param name="kubeconfig">What the connection was made from.</param>
internal sealed class WorkloadLink(WorkloadCluster cluster, InformerCache informers, ReadOnlyMemory<byte> kubeconfig) : IAsyncDisposable
{
    /// <summary>What others see of it.</summary>
    public WorkloadCluster Cluster => cluster;

    /// <summary>What the connection was made from.</summary>
    public ReadOnlyMemory<byte> Kubeconfig => kubeconfig;

    /// <summary>The subscription to the Nodes.</summary>
    public IDisposable? NodeSubscription { get; set; }

    /// <summary>Ends the watches, then the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        NodeSubscription?.Dispose();
        await informers.DisposeAsync();
        await cluster.Connection.DisposeAsync();
    }
}
