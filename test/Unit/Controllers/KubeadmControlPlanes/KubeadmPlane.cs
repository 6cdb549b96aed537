using Microsoft.Extensions.Time.Testing;
using Slipway.Api.Kubernetes;
using Slipway.Controllers;
using Slipway.Controllers.Shared;
using Slipway.Controllers.Workloads;
using Slipway.Controllers.Workloads.Etcd;
using Slipway.Machinery.Objects;
using Slipway.Machinery.Pki;
using Slipway.Runtime;
using Slipway.Runtime.Clients;
using Slipway.Runtime.Controllers;
using Slipway.Runtime.Events;
using Slipway.Runtime.Informers;
using Slipway.Unit.Controllers.Workloads;
using Slipway.Unit.Support;

namespace Slipway.Unit.Controllers.KubeadmControlPlanes;

/// <summary>The kubeadm controllers over a management cluster and a workload cluster in memory.</summary>
internal sealed class KubeadmPlane : IAsyncDisposable
{
    private readonly ControllerHost _host;

    public KubeadmPlane()
    {
        var options = new RuntimeOptions { Time = Time, Random = RandomSource.Seeded(1) };
        var cache = new InformerCache(Server, options);
        Client = new CachingClient(Server, cache);
        Workloads = new WorkloadClusters(options);
        Connector = new FakeConnector(Workload);
        var events = new EventRecorder(Server, "test", options);
        var context = new ControllerContext(Client, cache, Workloads, events);
        _host = new ControllerHost(cache).Own(Workloads).Own(events).Add(WorkloadWiring.Controller(cache, Workloads, Connector));
        KubeadmControllers.Add(_host, context, new Keys(), new EtcdMembership(Time));
    }

    public FakeTimeProvider Time { get; } = new(Given.Now);

    public MemoryClient Server { get; } = new();

    public MemoryClient Workload { get; } = new();

    public CachingClient Client { get; }

    public WorkloadClusters Workloads { get; }

    public FakeConnector Connector { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Start() => _host.Start();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    public async Task<T> TheAsync<T>(string name, Func<T, bool> when)
        where T : class, IKind<T>
    {
        T? found = null;
        await Until.TrueAsync(() => (found = Client.TryGetAsync<T>(new ObjectKey("ns", name), Cancellation).AsTask().GetAwaiter().GetResult()) is not null && when(found));
        return found!;
    }

    public async Task<IReadOnlyList<T>> AllAsync<T>(int count)
        where T : class, IKind<T>
    {
        IReadOnlyList<T> found = [];
        await Until.TrueAsync(() => (found = Client.ListAsync<T>("", "", Cancellation).AsTask().GetAwaiter().GetResult()).Count == count);
        return found;
    }

    public async Task AddKindAsync(string kind) => await Client.CreateAsync(
        new CustomResourceDefinition
        {
            Metadata = new ObjectMeta
            {
                Name = $"{kind.ToLowerInvariant()}s.infrastructure.cluster.x-k8s.io",
                Labels = new Dictionary<string, string> { ["cluster.x-k8s.io/v1beta2"] = "v1beta2" },
            },
            Spec = new CustomResourceDefinitionSpec
            {
                Group = "infrastructure.cluster.x-k8s.io",
                Names = new CustomResourceDefinitionNames { Kind = kind, Plural = kind.ToLowerInvariant() + "s" },
                Scope = "Namespaced",
            },
        },
        Cancellation);

    private sealed class Keys : IKeySource
    {
        public ValueTask<PrivateKey> NextAsync(KeyAlgorithm algorithm, CancellationToken cancellation) => new(PrivateKey.Generate(algorithm));
    }
}
