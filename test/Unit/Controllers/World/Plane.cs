using System.Text;
using Microsoft.Extensions.Time.Testing;
using Slipway.Api;
using Slipway.Api.Crds;
using Slipway.Controllers;
using Slipway.Controllers.Shared;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;
using Slipway.Runtime;
using Slipway.Runtime.Clients;
using Slipway.Runtime.Controllers;
using Slipway.Runtime.Events;
using Slipway.Runtime.Informers;
using Slipway.Server;
using Slipway.Unit.Support;

namespace Slipway.Unit.Controllers.World;

/// <summary>A management plane in this process, on virtual time: server, core controllers, a stub provider and one workload cluster.</summary>
internal sealed class Plane : IAsyncDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    private readonly EmbeddedServer _management;
    private readonly EmbeddedServer _workload;
    private readonly InformerCache _workloadInformers;
    private readonly ControllerHost _host;

    private Plane(EmbeddedServer management, EmbeddedServer workload, FakeTimeProvider time)
    {
        _management = management;
        _workload = workload;
        Time = time;
        var options = new RuntimeOptions { Time = time, Random = RandomSource.Seeded(7) };
        Informers = new InformerCache(management.Client, options);
        _workloadInformers = new InformerCache(workload.Client, options);
        var client = new CachingClient(management.Client, Informers);
        var workloads = new StubWorkloads(new ObjectKey("default", "c"), workload.Client, _workloadInformers);
        var events = new EventRecorder(management.Client, "test", options);
        _host = new ControllerHost(Informers);
        _host.Own(events);
        CoreControllers.Add(_host, new ControllerContext(client, Informers, workloads, events));
        StubProvider.Add(_host, client, Informers, workloads);
    }

    /// <summary>The clock of everything.</summary>
    public FakeTimeProvider Time { get; }

    /// <summary>What people write with.</summary>
    public IClient Client => _management.Client;

    /// <summary>The workload cluster.</summary>
    public IClient Workload => _workload.Client;

    /// <summary>Snapshots of the management cluster.</summary>
    public InformerCache Informers { get; }

    public static async Task<Plane> StartAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var time = new FakeTimeProvider(Given.Now);
        var management = await EmbeddedServer.StartAsync(
            new EmbeddedServerOptions
            {
                Listen = false,
                Time = time,
                CustomResourceDefinitions = [.. CrdCatalog.All.Select(d => d.Json)],
                Converters = [.. ApiConverters.All],
            },
            cancellation);
        var workload = await EmbeddedServer.StartAsync(new EmbeddedServerOptions { Listen = false, Time = time }, cancellation);
        var plane = new Plane(management, workload, time);
        plane._host.Start();
        return plane;
    }

    /// <summary>Creates objects from JSON.</summary>
    public async Task ApplyAsync(params string[] objects)
    {
        foreach (var text in objects)
        {
            var value = Unstructured.Parse(Encoding.UTF8.GetBytes(text));
            var at = value.ApiVersion.IndexOf('/', StringComparison.Ordinal);
            var type = new ResourceType(value.ApiVersion[..at], value.ApiVersion[(at + 1)..], value.Kind, value.Kind.ToLowerInvariant() + "s");
            value.Json["metadata"]!["namespace"] = "default";
            await Client.CreateAsync(type, value, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Changes an object as a person would: read, write the difference, again after a conflict.</summary>
    public async Task ChangeAsync<T>(string name, Func<T, T> change, IClient? client = null)
        where T : class, IKind<T>
    {
        client ??= Client;
        while (true)
        {
            try
            {
                var value = await client.GetAsync<T>(new ObjectKey(T.Resource.Namespaced ? "default" : "", name), TestContext.Current.CancellationToken);
                await client.SaveAsync(value, change(value), TestContext.Current.CancellationToken);
                return;
            }
            catch (ApiException e) when (e.IsConflict)
            {
                // Somebody was faster.
            }
        }
    }

    /// <summary>The object, as last seen.</summary>
    public T? Get<T>(string name)
        where T : class, IKind<T> =>
        Informers.Of<T>().Get(new ObjectKey("default", name));

    /// <summary>All objects of a kind, as last seen.</summary>
    public IReadOnlyCollection<T> All<T>()
        where T : class, IKind<T> =>
        Informers.Of<T>().List();

    /// <summary>Lets time pass until something is so.</summary>
    public async Task UntilAsync(Func<bool> condition, Func<string>? otherwise = null)
    {
        try
        {
            await Until.AdvancingAsync(Time, Tick, condition);
        }
        catch (Xunit.Sdk.XunitException e) when (otherwise is not null)
        {
            throw new InvalidOperationException(otherwise(), e);
        }
    }

    /// <summary>Waits until nothing is left to do but by the clock.</summary>
    public Task RestAsync() => Until.TrueAsync(() => _host.IsIdle);

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _workloadInformers.DisposeAsync();
        await _management.DisposeAsync();
        await _workload.DisposeAsync();
    }
}
