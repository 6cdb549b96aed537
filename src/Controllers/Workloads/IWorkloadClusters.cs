using Slipway.Machinery.Objects;

namespace Slipway.Controllers.Workloads;

/// <summary>The workload clusters that can be reached. Safe for concurrent use; nothing here waits for the network.</summary>
public interface IWorkloadClusters
{
    /// <summary>The connection to a cluster, or null while there is none; <see cref="StateOf"/> then says why.</summary>
    /// <param name="cluster">The Cluster's namespace and name.</param>
    WorkloadCluster? TryGet(ObjectKey cluster);

    /// <summary>How the connection to a cluster is.</summary>
    /// <param name="cluster">The Cluster's namespace and name; it need not be known.</param>
    WorkloadState StateOf(ObjectKey cluster);

    /// <summary>
    /// Hears of connections made and lost, of probes that begin to fail or to succeed, and of every change of a Node of a
    /// connected cluster. The handler is called one change at a time and must neither wait nor subscribe. What is connected
    /// already is told of first.
    /// </summary>
    /// <param name="handler">What to call.</param>
    /// <returns>Ends the subscription.</returns>
    IDisposable Subscribe(Action<WorkloadChange> handler);

    /// <summary>Ends the connection to a cluster that is no more; nothing happens where there is none.</summary>
    /// <param name="cluster">The Cluster's namespace and name.</param>
    ValueTask ForgetAsync(ObjectKey cluster);
}
