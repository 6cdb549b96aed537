using Microsoft.Extensions.Time.Testing;
using Slipway.Api.Core;
using Slipway.Api.Core.Clusters;
using Slipway.Api.Core.Machines;
using Slipway.Api.Kubernetes;
using Slipway.Api.Kubernetes.Nodes;
using Slipway.Controllers.Workloads;
using Slipway.Machinery.Objects;
using Slipway.Runtime;
using Slipway.Runtime.Clients;
using Slipway.Runtime.Controllers;
using Slipway.Runtime.Informers;
using Slipway.Unit.Support;

namespace Slipway.Unit.Controllers.Workloads;

public sealed class WorkloadClustersTests : IAsyncLifetime
{
    private static readonly ObjectKey Key = new("ns", "c");

    private readonly FakeTimeProvider _time = new();
    private readonly MemoryClient _server = new();
    private readonly MemoryClient _workload = new();
    private readonly CachingClient _client;
    private readonly ControllerHost _host;
    private readonly WorkloadClusters _workloads;
    private readonly FakeConnector _connector;
    private readonly List<WorkloadChangeType> _changes = [];

    public WorkloadClustersTests()
    {
        var options = new RuntimeOptions { Time = _time, Random = RandomSource.Seeded(1) };
        var cache = new InformerCache(_server, options);
        _client = new CachingClient(_server, cache);
        _workloads = new WorkloadClusters(options);
        _connector = new FakeConnector(_workload);
        _host = new ControllerHost(cache).Own(_workloads).Add(WorkloadWiring.Controller(cache, _workloads, _connector));
        _workloads.Subscribe(change =>
        {
            lock (_changes)
            {
                _changes.Add(change.Type);
            }
        });
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        _host.Start();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Nothing_is_tried_before_it_can_succeed()
    {
        var cluster = await _client.CreateAsync(Cluster(provisioned: false), Cancellation);
        await Until.TrueAsync(() => Message() == "Waiting for Cluster status.initialization.infrastructureProvisioned to be true");
        await _client.SaveAsync(cluster, cluster with { Status = Cluster().Status }, Cancellation);
        await Until.TrueAsync(() => Message() == "Waiting for Secret c-kubeconfig with a kubeconfig under the key value");
        await _client.CreateAsync(Kubeconfig("first"), Cancellation);
        await Until.TrueAsync(() => Message() == "Waiting for a control plane Machine whose infrastructure is provisioned");
        Assert.Empty(_connector.Connected);
        await _client.CreateAsync(Machine(), Cancellation);
        await Until.TrueAsync(() => _workloads.TryGet(Key) is not null);
        Assert.Equal(WorkloadPhase.Connected, _workloads.StateOf(Key).Phase);
    }

    [Fact]
    public async Task Another_kubeconfig_makes_another_connection()
    {
        await ConnectAsync();
        var secret = await _client.GetAsync<Secret>(Key with { Name = "c-kubeconfig" }, Cancellation);
        await _client.PatchAsync(secret, secret with { Data = Kubeconfig("second").Data }, ObjectPart.Main, Cancellation);
        await Until.TrueAsync(() => _connector.Connected.Count == 2 && _workloads.TryGet(Key) is not null);
        Assert.Equal(["first", "second"], _connector.Connected);
        await Until.TrueAsync(() => _connector.Disposed == 1);
    }

    [Fact]
    public async Task A_broken_kubeconfig_is_named()
    {
        await _client.CreateAsync(Kubeconfig("broken"), Cancellation);
        await _client.CreateAsync(Machine(), Cancellation);
        await _client.CreateAsync(Cluster(), Cancellation);
        await Until.TrueAsync(() => Message() == "The kubeconfig in Secret c-kubeconfig cannot be used: It is broken.");
    }

    [Fact]
    public async Task Nodes_are_found_by_provider_id_and_told_of()
    {
        await _workload.CreateAsync(new Node { Metadata = new ObjectMeta { Name = "n" }, Spec = new NodeSpec { ProviderID = "sim://n" } }, Cancellation);
        await ConnectAsync();
        var cluster = _workloads.TryGet(Key)!;
        Assert.Equal("n", Assert.Single(cluster.NodesOf("sim://n")).Metadata.Name);
        await _workload.CreateAsync(new Node { Metadata = new ObjectMeta { Name = "m" } }, Cancellation);
        await Until.TrueAsync(() => cluster.Node("m") is not null && Told(WorkloadChangeType.Node) >= 2);
    }

    [Fact]
    public async Task Five_failed_probes_end_a_connection_and_it_comes_back()
    {
        await ConnectAsync();
        _connector.Failure = new WorkloadUnreachableException("refused");
        await Until.AdvancingAsync(_time, TimeSpan.FromSeconds(1), () => Told(WorkloadChangeType.Probed) > 0);
        Assert.NotNull(_workloads.TryGet(Key));
        await Until.AdvancingAsync(_time, TimeSpan.FromSeconds(1), () => Told(WorkloadChangeType.Disconnected) > 0);
        Assert.True(_connector.Probes >= 6, "Five probes must fail.");
        var state = _workloads.StateOf(Key);
        Assert.Equal((WorkloadPhase.Down, "The workload cluster at memory cannot be reached: refused"), (state.Phase, state.Message));
        Assert.NotNull(state.LastProbeSuccess);
        _connector.Failure = null;
        await Until.AdvancingAsync(_time, TimeSpan.FromSeconds(1), () => _workloads.TryGet(Key) is not null);
    }

    [Fact]
    public async Task A_rejected_kubeconfig_ends_a_connection_at_once()
    {
        await ConnectAsync();
        _connector.Failure = MemoryClient.Refuse(401, "Unauthorized", "no");
        await Until.AdvancingAsync(_time, TimeSpan.FromSeconds(1), () => Told(WorkloadChangeType.Disconnected) > 0);
    }

    [Fact]
    public async Task A_cluster_that_is_gone_is_forgotten()
    {
        await ConnectAsync();
        var cluster = await _client.GetAsync<Cluster>(Key, Cancellation);
        await _client.DeleteAsync(cluster, Cancellation);
        await Until.TrueAsync(() => _workloads.TryGet(Key) is null && _connector.Disposed == 1);
        Assert.Same(WorkloadState.Unseen, _workloads.StateOf(Key));
    }

    private static Cluster Cluster(bool provisioned = true) => new()
    {
        Metadata = new ObjectMeta { Namespace = "ns", Name = "c" },
        Status = provisioned ? new ClusterStatus { Initialization = new ClusterInitializationStatus { InfrastructureProvisioned = true } } : new ClusterStatus(),
    };

    private static Machine Machine() => new()
    {
        Metadata = new ObjectMeta { Namespace = "ns", Name = "m", Labels = new Dictionary<string, string> { [Labels.ControlPlane] = "" } },
        Spec = new MachineSpec { ClusterName = "c" },
        Status = new MachineStatus { Initialization = new MachineInitializationStatus { InfrastructureProvisioned = true } },
    };

    private static Secret Kubeconfig(string text) => new()
    {
        Metadata = new ObjectMeta { Namespace = "ns", Name = "c-kubeconfig", Labels = new Dictionary<string, string> { [Labels.ClusterName] = "c" } },
        Data = new Dictionary<string, byte[]> { ["value"] = System.Text.Encoding.UTF8.GetBytes(text) },
    };

    private async Task ConnectAsync()
    {
        await _client.CreateAsync(Kubeconfig("first"), Cancellation);
        await _client.CreateAsync(Machine(), Cancellation);
        await _client.CreateAsync(Cluster(), Cancellation);
        await Until.TrueAsync(() => Told(WorkloadChangeType.Connected) > 0);
    }

    private string Message() => _workloads.StateOf(Key).Message;

    private int Told(WorkloadChangeType type)
    {
        lock (_changes)
        {
            return _changes.Count(c => c == type);
        }
    }
}
