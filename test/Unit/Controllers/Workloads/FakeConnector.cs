using System.Text;
using Slipway.Controllers.Workloads;
using Slipway.Runtime.Clients;
using Slipway.Unit.Support;

namespace Slipway.Unit.Controllers.Workloads;

/// <summary>Connects to a workload cluster in memory; a kubeconfig is any text but "broken".</summary>
internal sealed class FakeConnector(MemoryClient server) : IWorkloadConnector
{
    private int _probes;

    /// <summary>Every kubeconfig that was connected with, in order.</summary>
    public List<string> Connected { get; } = [];

    public int Disposed { get; private set; }

    public int Probes => Volatile.Read(ref _probes);

    /// <summary>Why probes fail; null for not at all.</summary>
    public Exception? Failure { get; set; }

    /// <summary>Opens a port of a Pod.</summary>
    public Func<string, CancellationToken, ValueTask<Stream>>? OpenPort { get; set; }

    public IWorkloadConnection Connect(ReadOnlyMemory<byte> kubeconfig)
    {
        var text = Encoding.UTF8.GetString(kubeconfig.Span);
        if (text == "broken")
        {
            throw new FormatException("It is broken.");
        }

        lock (Connected)
        {
            Connected.Add(text);
        }

        return new Connection(this, server);
    }

    private sealed class Connection(FakeConnector connector, IClient client) : IWorkloadConnection
    {
        public string Server => "memory";

        public IClient Client => client;

        public ValueTask ProbeAsync(CancellationToken cancellation)
        {
            Interlocked.Increment(ref connector._probes);
            return connector.Failure is { } failure ? ValueTask.FromException(failure) : ValueTask.CompletedTask;
        }

        public ValueTask<Stream> OpenPortAsync(string @namespace, string pod, int port, CancellationToken cancellation) =>
            connector.OpenPort?.Invoke(pod, cancellation) ?? throw new WorkloadUnreachableException($"There is no Pod {pod}.");

        public ValueTask DisposeAsync()
        {
            connector.Disposed++;
            return ValueTask.CompletedTask;
        }
    }
}
