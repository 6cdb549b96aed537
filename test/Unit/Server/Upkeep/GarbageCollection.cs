using Slipway.Machinery.Json;
using Slipway.Runtime.Clients;
using static Slipway.Unit.Server.TestServer;

namespace Slipway.Unit.Server.Upkeep;

/// <summary>What becomes of objects whose owners go.</summary>
public sealed class GarbageCollection
{
    private static string OwnedBy(Unstructured owner, string more = "") => $$"""
        "ownerReferences":[{"apiVersion":"{{owner.ApiVersion}}","kind":"{{owner.Kind}}","name":"{{owner.Metadata.Name}}","uid":"{{owner.Metadata.Uid}}"{{more}}}]
        """;

    private static Task<Unstructured> CreateMapAsync(TestServer server, string name, string metadata) =>
        server.CreateAsync(ConfigMap, $$$"""{"metadata":{"name":"{{{name}}}",{{{metadata}}}}}""");

    [Fact]
    public async Task Dependents_follow_their_owner_over_kinds_and_levels()
    {
        await using var server = await StartAsync();
        var owner = await server.CreateWidgetAsync("owner");
        var child = await server.CreateWidgetAsync("child", metadata: OwnedBy(owner));
        await CreateMapAsync(server, "grandchild", OwnedBy(child));
        await server.CreateWidgetAsync("stranger");
        await server.DeleteAsync(Widget, "owner");
        await server.GoneAsync(Widget, "child");
        await server.GoneAsync(ConfigMap, "grandchild");
        Assert.NotNull(await server.FindAsync(Widget, "stranger"));
    }

    [Fact]
    public async Task An_object_stays_while_one_owner_is_left_and_forgets_the_others()
    {
        await using var server = await StartAsync();
        var one = await server.CreateWidgetAsync("one");
        var two = await server.CreateWidgetAsync("two");
        await server.CreateWidgetAsync("child", metadata: $$"""
            "ownerReferences":[{"apiVersion":"demo.example.io/v1","kind":"Widget","name":"one","uid":"{{one.Metadata.Uid}}"},
                               {"apiVersion":"demo.example.io/v1","kind":"Widget","name":"two","uid":"{{two.Metadata.Uid}}"}]
            """);
        await server.DeleteAsync(Widget, "one");
        await WaitAsync(server, "child", w => w.Metadata.OwnerReferences.Count == 1);
        Assert.Equal("two", (await server.GetAsync(Widget, "child")).Metadata.OwnerReferences[0].Name);
        await server.DeleteAsync(Widget, "two");
        await server.GoneAsync(Widget, "child");
    }

    [Fact]
    public async Task An_object_whose_owner_never_was_goes()
    {
        await using var server = await StartAsync();
        await server.CreateWidgetAsync("child", metadata: """
            "ownerReferences":[{"apiVersion":"demo.example.io/v1","kind":"Widget","name":"nobody","uid":"no-such-uid"}]
            """);
        await server.GoneAsync(Widget, "child");
    }

    [Fact]
    public async Task An_owner_of_a_kind_that_is_not_served_counts_as_present()
    {
        await using var server = await StartAsync();
        await server.CreateWidgetAsync("child", metadata: """
            "ownerReferences":[{"apiVersion":"later.io/v1","kind":"Later","name":"a","uid":"some-uid"}]
            """);
        // The judgement on the next object comes after that on the first.
        await server.CreateWidgetAsync("other", metadata: """
            "ownerReferences":[{"apiVersion":"demo.example.io/v1","kind":"Widget","name":"nobody","uid":"no-such-uid"}]
            """);
        await server.GoneAsync(Widget, "other");
        Assert.NotNull(await server.FindAsync(Widget, "child"));
    }

    [Fact]
    public async Task An_owner_in_another_namespace_is_no_owner()
    {
        await using var server = await StartAsync();
        var owner = await server.CreateWidgetAsync("owner");
        await server.CreateAsync(ConfigMap, $$$"""{"metadata":{"name":"child",{{{OwnedBy(owner)}}}}}""", "kube-system");
        await server.GoneAsync(ConfigMap, "child", "kube-system");
        Assert.NotNull(await server.FindAsync(Widget, "owner"));
        var told = await server.GetAsync(new("", "v1", "Event", "events"), $"child.{owner.Metadata.Uid}", @namespace: "kube-system");
        Assert.Equal("OwnerRefInvalidNamespace", told.Text("reason"));
    }

    [Fact]
    public async Task In_the_foreground_the_owner_waits_for_those_that_block_it()
    {
        await using var server = await StartAsync();
        var owner = await server.CreateWidgetAsync("owner");
        await server.CreateWidgetAsync("child", metadata: OwnedBy(owner, ",\"blockOwnerDeletion\":true") + ",\"finalizers\":[\"x.io/one\"]");
        var marked = await server.DeleteAsync(Widget, "owner", new DeleteOptions { PropagationPolicy = "Foreground" });
        Assert.Equal(["foregroundDeletion"], marked.Metadata.Finalizers);
        await WaitAsync(server, "child", w => w.Metadata.IsDeleting);
        Assert.NotNull(await server.FindAsync(Widget, "owner"));
        await server.PatchAsync(Widget, "child", """{"metadata":{"finalizers":null}}""");
        await server.GoneAsync(Widget, "owner");
    }

    [Fact]
    public async Task In_the_foreground_without_dependents_the_owner_goes()
    {
        await using var server = await StartAsync();
        await server.CreateWidgetAsync("owner");
        await server.DeleteAsync(Widget, "owner", new DeleteOptions { PropagationPolicy = "Foreground" });
        await server.GoneAsync(Widget, "owner");
    }

    [Fact]
    public async Task Orphans_stay_and_forget_their_owner()
    {
        await using var server = await StartAsync();
        var owner = await server.CreateWidgetAsync("owner");
        await server.CreateWidgetAsync("child", metadata: OwnedBy(owner));
        await server.DeleteAsync(Widget, "owner", new DeleteOptions { PropagationPolicy = "Orphan" });
        await server.GoneAsync(Widget, "owner");
        Assert.Empty((await server.GetAsync(Widget, "child")).Metadata.OwnerReferences);
    }

    private static async Task WaitAsync(TestServer server, string name, Func<Unstructured, bool> condition)
    {
        var request = new WatchRequest(Widget, "") { Namespace = "default", FieldSelector = $"metadata.name={name}" };
        await foreach (var change in server.Client.WatchAsync(request, Stop))
        {
            if (change.Type != WatchEventType.Bookmark && condition(Unstructured.Parse(change.Object.Span)))
            {
                return;
            }
        }
    }
}
