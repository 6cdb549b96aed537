using System.Text;
using Slipway.Machinery.Pki;
using Slipway.Runtime.Clients;
using Slipway.Runtime.Clients.Http;

namespace Slipway.Controllers.Workloads;

/// <summary>Connects to workload clusters over HTTP, as their kubeconfigs say.</summary>
/// <param name="userAgent">The program's name and version, for example <c>slipway/0.1</c>.</param>
/// <param name="time">The clock of time limits.</param>
public sealed class HttpWorkloadConnector(string userAgent, TimeProvider time) : IWorkloadConnector
{
    /// <inheritdoc/>
    public IWorkloadConnection Connect(ReadOnlyMemory<byte> kubeconfig)
    {
        var connection = new ClientConnection(Kubeconfig.Parse(Encoding.UTF8.GetString(kubeconfig.Span)));
        return new Connection(connection, new HttpApiClient(connection, userAgent, time));
    }

    private sealed class Connection(ClientConnection connection, HttpApiClient client) : IWorkloadConnection
    {
        private const int Forbidden = 403;

        public string Server => connection.Server.ToString();

        public IClient Client => client;

        public async ValueTask ProbeAsync(CancellationToken cancellation)
        {
            try
            {
                await client.GetPathAsync("/", "application/json", cancellation);
            }
            catch (ApiException e) when (e.IsNotFound || e.Code == Forbidden)
            {
                // The server knows who asks and only has nothing to show: it lives.
            }
            catch (ServerUnreachableException e)
            {
                throw new WorkloadUnreachableException(e.Message, e);
            }
        }

        public async ValueTask<Stream> OpenPortAsync(string @namespace, string pod, int port, CancellationToken cancellation)
        {
            try
            {
                return await PortForward.OpenAsync(connection, @namespace, pod, port, cancellation);
            }
            catch (IOException e)
            {
                throw new WorkloadUnreachableException(e.Message, e);
            }
        }

        public ValueTask DisposeAsync()
        {
            client.Dispose();
            connection.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
