using System.Text.Json.Nodes;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;
using static Slipway.Unit.Server.TestServer;

namespace Slipway.Unit.Server.Upkeep;

/// <summary>The life of namespaces.</summary>
public sealed class Namespaces
{
    private static readonly ResourceType Account = new("", "v1", "ServiceAccount", "serviceaccounts");

    [Fact]
    public async Task Four_are_there_from_the_start()
    {
        await using var server = await StartAsync();
        Assert.Equal(["default", "kube-node-lease", "kube-public", "kube-system"], await server.NamesAsync(new ListRequest(Namespace)));
        var one = await server.GetAsync(Namespace, "default");
        Assert.Equal(("Active", "default"), (one.Text("status", "phase"), one.Metadata.Labels["kubernetes.io/metadata.name"]));
        Assert.Equal("[\"kubernetes\"]", one.At("spec", "finalizers")!.ToJsonString());
    }

    [Fact]
    public async Task A_new_one_gets_its_service_account()
    {
        await using var server = await StartAsync();
        await server.CreateAsync(Namespace, """{"metadata":{"name":"shop"}}""");
        await AppearsAsync(server, Account, "shop", "default");
    }

    [Fact]
    public async Task With_all_its_objects_it_goes()
    {
        await using var server = await StartAsync();
        await server.CreateAsync(Namespace, """{"metadata":{"name":"shop"}}""");
        await server.CreateAsync(ConfigMap, """{"metadata":{"name":"a"}}""", "shop");
        await server.CreateAsync(Widget, """{"apiVersion":"demo.example.io/v1","kind":"Widget","metadata":{"name":"w"}}""", "shop");
        var marked = await server.DeleteAsync(Namespace, "shop");
        Assert.Equal("Terminating", marked.Text("status", "phase"));
        await server.GoneAsync(Namespace, "shop");
        Assert.Null(await server.FindAsync(Widget, "w", "shop"));
        Assert.Empty(await server.NamesAsync(new ListRequest(ConfigMap) { Namespace = "shop" }));
    }

    [Fact]
    public async Task While_finalizers_hold_its_objects_it_says_so_and_takes_nothing_new()
    {
        await using var server = await StartAsync();
        await server.CreateAsync(Namespace, """{"metadata":{"name":"shop"}}""");
        await server.CreateAsync(Widget, """{"apiVersion":"demo.example.io/v1","kind":"Widget","metadata":{"name":"w","finalizers":["x.io/one"]}}""", "shop");
        await server.DeleteAsync(Namespace, "shop");
        var refused = await RefusedAsync(() => server.CreateAsync(ConfigMap, """{"metadata":{"name":"a"}}""", "shop"));
        Assert.Equal((403, "NamespaceTerminating"), (refused.Code, refused.Details!.Causes![0].Reason));
        Assert.Contains("unable to create new content in namespace shop because it is being terminated", refused.Message, StringComparison.Ordinal);
        var said = await UntilAsync(server, "shop", n => Condition(n, "NamespaceFinalizersRemaining")?["status"]?.GetValue<string>() == "True");
        Assert.Equal(
            "Some content in the namespace has finalizers remaining: x.io/one in 1 resource instances",
            (string?)Condition(said, "NamespaceFinalizersRemaining")!["message"]);
        await server.Client.PatchAsync(
            new ObjectTarget(Widget, "shop", "w"), new Patch(PatchType.Merge, """{"metadata":{"finalizers":null}}"""u8.ToArray()), WriteOptions.Default, Stop);
        await server.GoneAsync(Namespace, "shop");
    }

    private static JsonObject? Condition(Unstructured value, string type) =>
        (value.At("status", "conditions") as JsonArray)?.OfType<JsonObject>().FirstOrDefault(c => (string?)c["type"] == type);

    private static async Task<Unstructured> UntilAsync(TestServer server, string name, Func<Unstructured, bool> condition)
    {
        await foreach (var change in server.Client.WatchAsync(new WatchRequest(Namespace, "") { FieldSelector = $"metadata.name={name}" }, Stop))
        {
            var value = Unstructured.Parse(change.Object.Span);
            if (change.Type != WatchEventType.Bookmark && condition(value))
            {
                return value;
            }
        }

        throw new InvalidOperationException("The watch ended.");
    }

    private static async Task AppearsAsync(TestServer server, ResourceType type, string @namespace, string name)
    {
        var request = new WatchRequest(type, "") { Namespace = @namespace, FieldSelector = $"metadata.name={name}" };
        await foreach (var change in server.Client.WatchAsync(request, Stop))
        {
            if (change.Type == WatchEventType.Added)
            {
                return;
            }
        }
    }
}
