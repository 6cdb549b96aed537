using Slipway.Runtime.Clients;

namespace Slipway.Controllers.Workloads;

/// <summary>A connection to the API server of one workload cluster. Safe for concurrent use.</summary>
public interface IWorkloadConnection : IAsyncDisposable
{
    /// <summary>Where the server is, for messages.</summary>
    string Server { get; }

    /// <summary>The server's API.</summary>
    IClient Client { get; }

    /// <summary>Asks the server for a sign of life: <c>GET /</c>.</summary>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ApiException">The server refuses; 401 where the kubeconfig is no longer good.</exception>
    /// <exception cref="WorkloadUnreachableException">The server does not answer.</exception>
    ValueTask ProbeAsync(CancellationToken cancellation);

    /// <summary>Opens a connection to a port of a Pod, through the API server.</summary>
    /// <param name="namespace">The Pod's namespace.</param>
    /// <param name="pod">The Pod's name.</param>
    /// <param name="port">The port inside the Pod.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <exception cref="ApiException">The server refuses, for example because there is no such Pod.</exception>
    /// <exception cref="WorkloadUnreachableException">The server does not answer.</exception>
    ValueTask<Stream> OpenPortAsync(string @namespace, string pod, int port, CancellationToken cancellation);
}
