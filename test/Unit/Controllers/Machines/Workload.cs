using Slipway.Controllers.Workloads;
using Slipway.Machinery.Objects;
using Slipway.Runtime;
using Slipway.Runtime.Clients;
using Slipway.Runtime.Informers;
using Slipway.Unit.Support;

namespace Slipway.Unit.Controllers.Machines;

/// <summary>A workload cluster that answers.</summary>
internal static class Workload
{
    public static WorkloadCluster Connected { get; } = Make();

    private static WorkloadCluster Make()
    {
        var client = new MemoryClient();
        return new WorkloadCluster(new ObjectKey("ns", "c"), "uid-c", new Connection(client), new InformerCache(client, new RuntimeOptions()), static () => { });
    }

    private sealed class Connection(IClient client) : IWorkloadConnection
    {
        public string Server => "memory";

        public IClient Client => client;

        public ValueTask ProbeAsync(CancellationToken cancellation) => ValueTask.CompletedTask;

        public ValueTask<Stream> OpenPortAsync(string @namespace, string pod, int port, CancellationToken cancellation) => throw new InvalidOperationException("There are no Pods here.");

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
