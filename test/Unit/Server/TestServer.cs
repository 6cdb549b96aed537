using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;
using Slipway.Machinery.Pki;
using Slipway.Runtime.Clients;
using Slipway.Runtime.Clients.Http;
using Slipway.Server;

namespace Slipway.Unit.Server;

/// <summary>A server on a memory store, with or without sockets, with one custom kind, and short words for what tests do with it.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    public static readonly ResourceType Widget = new("demo.example.io", "v1", "Widget", "widgets");
    public static readonly ResourceType WidgetBeta = new("demo.example.io", "v1beta1", "Widget", "widgets");
    public static readonly ResourceType ConfigMap = new("", "v1", "ConfigMap", "configmaps");
    public static readonly ResourceType Secret = new("", "v1", "Secret", "secrets");
    public static readonly ResourceType Namespace = new("", "v1", "Namespace", "namespaces", Namespaced: false);
    public static readonly ResourceType Definition =
        new("apiextensions.k8s.io", "v1", "CustomResourceDefinition", "customresourcedefinitions", Namespaced: false);

    public const string WidgetDefinition = """
        {"apiVersion":"apiextensions.k8s.io/v1","kind":"CustomResourceDefinition","metadata":{"name":"widgets.demo.example.io"},
         "spec":{"group":"demo.example.io","scope":"Namespaced",
          "names":{"plural":"widgets","singular":"widget","kind":"Widget","listKind":"WidgetList","shortNames":["wd"]},
          "conversion":{"strategy":"None"},
          "versions":[
           {"name":"v1","served":true,"storage":true,
            "subresources":{"status":{},"scale":{"specReplicasPath":".spec.replicas","statusReplicasPath":".status.replicas","labelSelectorPath":".status.selector"}},
            "selectableFields":[{"jsonPath":".spec.color"}],
            "schema":{"openAPIV3Schema":{"type":"object","properties":{
              "spec":{"type":"object","properties":{
                "replicas":{"type":"integer","minimum":0,"default":1},
                "color":{"type":"string","enum":["red","green","blue"]},
                "note":{"type":"string"},
                "items":{"type":"array","items":{"type":"string"}}}},
              "status":{"type":"object","properties":{
                "replicas":{"type":"integer"},"selector":{"type":"string"},"phase":{"type":"string"}}}}}}},
           {"name":"v1beta1","served":true,"storage":false,"deprecated":true,
            "subresources":{"status":{}},
            "schema":{"openAPIV3Schema":{"type":"object","x-kubernetes-preserve-unknown-fields":true}}}]}}
        """;

    private readonly ClientConnection? _connection;

    private TestServer(EmbeddedServer server, FakeTimeProvider time, ClientConnection? connection)
    {
        Server = server;
        Time = time;
        _connection = connection;
        Client = connection is null ? server.Client : new HttpApiClient(connection, "test/1", TimeProvider.System);
    }

    public EmbeddedServer Server { get; }

    public FakeTimeProvider Time { get; }

    public IClient Client { get; }

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<TestServer> StartAsync(Func<EmbeddedServerOptions, EmbeddedServerOptions>? change = null)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero));
        var options = new EmbeddedServerOptions
        {
            Listen = false,
            Time = time,
            Random = RandomSource.Seeded(1),
            CustomResourceDefinitions = [Encoding.UTF8.GetBytes(WidgetDefinition)],
        };
        var server = await EmbeddedServer.StartAsync(change?.Invoke(options) ?? options, Stop);
        return new TestServer(server, time, server.AdminKubeconfig.Length == 0 ? null : new ClientConnection(Kubeconfig.Parse(server.AdminKubeconfig), time));
    }

    /// <summary>Starts a server that is spoken to over HTTPS.</summary>
    public static Task<TestServer> ListenAsync() => StartAsync(o => o with { Listen = true });

    public async Task<Unstructured> CreateAsync(ResourceType type, string json, string @namespace = "default", WriteOptions? options = null) =>
        Unstructured.Parse((await Client.CreateAsync(
            new ObjectTarget(type, type.Namespaced ? @namespace : ""), Encoding.UTF8.GetBytes(json), options ?? WriteOptions.Default, Stop)).Span);

    public Task<Unstructured> CreateWidgetAsync(string name, string spec = "{}", string metadata = "") => CreateAsync(
        Widget, $$"""{"apiVersion":"demo.example.io/v1","kind":"Widget","metadata":{"name":"{{name}}"{{(metadata.Length > 0 ? "," + metadata : "")}}},"spec":{{spec}}}""");

    public async Task<Unstructured> GetAsync(ResourceType type, string name, string subresource = "", string @namespace = "default") =>
        Unstructured.Parse((await Client.GetAsync(new ObjectTarget(type, type.Namespaced ? @namespace : "", name, subresource), Stop)).Span);

    public async Task<Unstructured?> FindAsync(ResourceType type, string name, string @namespace = "default")
    {
        try
        {
            return await GetAsync(type, name, "", @namespace);
        }
        catch (ApiException e) when (e.IsNotFound)
        {
            return null;
        }
    }

    public async Task<Unstructured> UpdateAsync(ResourceType type, JsonObject value, string subresource = "", WriteOptions? options = null)
    {
        var key = new Unstructured(value).Metadata.Key;
        var body = Encoding.UTF8.GetBytes(value.ToJsonString());
        return Unstructured.Parse((await Client.UpdateAsync(new ObjectTarget(type, key, subresource), body, options ?? WriteOptions.Default, Stop)).Span);
    }

    public async Task<Unstructured> PatchAsync(
        ResourceType type, string name, string patch, PatchType how = PatchType.Merge, string subresource = "", WriteOptions? options = null) =>
        Unstructured.Parse((await Client.PatchAsync(
            new ObjectTarget(type, type.Namespaced ? "default" : "", name, subresource),
            new Patch(how, Encoding.UTF8.GetBytes(patch)),
            options ?? WriteOptions.Default,
            Stop)).Span);

    public async Task<Unstructured> DeleteAsync(ResourceType type, string name, DeleteOptions? options = null, string @namespace = "default") =>
        Unstructured.Parse((await Client.DeleteAsync(
            new ObjectTarget(type, type.Namespaced ? @namespace : "", name), options ?? DeleteOptions.Default, Stop)).Span);

    public async Task<IReadOnlyList<string>> NamesAsync(ListRequest request) =>
        [.. (await Client.ListAsync(request, Stop)).Items.Select(i => Unstructured.Parse(i.Span).Metadata.Name)];

    /// <summary>The refusal that a call leads to.</summary>
    public static async Task<Status> RefusedAsync(Func<Task> call) => (await Assert.ThrowsAsync<ApiException>(call)).Status;

    /// <summary>Waits for an object to be gone, event by event.</summary>
    public async Task GoneAsync(ResourceType type, string name, string @namespace = "default")
    {
        var scope = type.Namespaced ? @namespace : "";
        var list = await Client.ListAsync(new ListRequest(type) { Namespace = scope, FieldSelector = $"metadata.name={name}" }, Stop);
        if (list.Items.Count == 0)
        {
            return;
        }

        var request = new WatchRequest(type, list.ResourceVersion) { Namespace = scope, FieldSelector = $"metadata.name={name}" };
        await foreach (var change in Client.WatchAsync(request, Stop))
        {
            if (change.Type == WatchEventType.Deleted)
            {
                return;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        (Client as IDisposable)?.Dispose();
        _connection?.Dispose();
        await Server.DisposeAsync();
    }
}
