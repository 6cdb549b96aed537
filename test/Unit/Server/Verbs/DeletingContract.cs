using Slipway.Runtime.Clients;
using static Slipway.Unit.Server.TestServer;

namespace Slipway.Unit.Server.Verbs;

/// <summary>The end of objects. The same whichever client asks.</summary>
public abstract class DeletingContract(bool listens)
{
    [Fact]
    public async Task An_object_without_finalizers_goes_at_once()
    {
        await using var server = await StartAsync();
        var made = await server.CreateWidgetAsync("a");
        var status = await server.DeleteAsync(Widget, "a");
        Assert.Equal(("Status", "Success"), (status.Kind, status.Text("status")));
        Assert.Equal(
            ("a", "demo.example.io", "widgets", made.Metadata.Uid),
            (status.Text("details", "name"), status.Text("details", "group"), status.Text("details", "kind"), status.Text("details", "uid")));
        Assert.Null(await server.FindAsync(Widget, "a"));
        var gone = await RefusedAsync(() => server.DeleteAsync(Widget, "a"));
        Assert.Equal((404, "widgets.demo.example.io \"a\" not found"), (gone.Code, gone.Message));
    }

    [Fact]
    public async Task Finalizers_hold_an_object_until_the_last_is_gone()
    {
        await using var server = await StartAsync();
        await server.CreateWidgetAsync("a", metadata: """ "finalizers":["x.io/one","x.io/two"] """);
        var marked = await server.DeleteAsync(Widget, "a");
        Assert.Equal(("Widget", "2026-11-24T02:00:00Z", 0L, 2L), (marked.Kind, marked.Text("metadata", "deletionTimestamp"), marked.Number("metadata", "deletionGracePeriodSeconds")!.Value, marked.Metadata.Generation));
        var again = await server.DeleteAsync(Widget, "a");
        Assert.Equal(marked.Metadata.ResourceVersion, again.Metadata.ResourceVersion);
        var added = await RefusedAsync(() => server.PatchAsync(Widget, "a", """{"metadata":{"finalizers":["x.io/one","x.io/two","x.io/new"]}}"""));
        Assert.Equal(422, added.Code);
        Assert.Contains("metadata.finalizers: Forbidden: no new finalizers can be added if the object is being deleted, found new finalizers [\"x.io/new\"]", added.Message, StringComparison.Ordinal);
        await server.PatchAsync(Widget, "a", """{"metadata":{"finalizers":["x.io/two"]}}""");
        Assert.NotNull(await server.FindAsync(Widget, "a"));
        await server.PatchAsync(Widget, "a", """{"metadata":{"finalizers":null}}""");
        Assert.Null(await server.FindAsync(Widget, "a"));
    }

    [Fact]
    public async Task The_time_of_deletion_cannot_be_written()
    {
        await using var server = await StartAsync();
        await server.CreateWidgetAsync("a", metadata: """ "finalizers":["x.io/one"] """);
        var patched = await server.PatchAsync(Widget, "a", """{"metadata":{"deletionTimestamp":"2020-01-01T00:00:00Z","finalizers":null}}""");
        Assert.False(patched.Metadata.IsDeleting);
        Assert.NotNull(await server.FindAsync(Widget, "a"));
    }

    [Fact]
    public async Task Preconditions_must_hold()
    {
        await using var server = await StartAsync();
        var made = await server.CreateWidgetAsync("a");
        var uid = await RefusedAsync(() => server.DeleteAsync(Widget, "a", new DeleteOptions { Uid = "other" }));
        Assert.Equal(409, uid.Code);
        Assert.Equal(
            $"Operation cannot be fulfilled on widgets.demo.example.io \"a\": Precondition failed: UID in precondition: other, UID in object meta: {made.Metadata.Uid}",
            uid.Message);
        var version = await RefusedAsync(() => server.DeleteAsync(Widget, "a", new DeleteOptions { ResourceVersion = "1" }));
        Assert.Contains("Precondition failed: ResourceVersion in precondition: 1, ResourceVersion in object meta:", version.Message, StringComparison.Ordinal);
        await server.DeleteAsync(Widget, "a", new DeleteOptions { Uid = made.Metadata.Uid, ResourceVersion = made.Metadata.ResourceVersion });
    }

    [Fact]
    public async Task A_policy_that_does_not_exist_is_refused()
    {
        await using var server = await StartAsync();
        await server.CreateWidgetAsync("a");
        var status = await RefusedAsync(() => server.DeleteAsync(Widget, "a", new DeleteOptions { PropagationPolicy = "Maybe" }));
        Assert.Equal(422, status.Code);
    }

    [Theory]
    [InlineData("Foreground", "foregroundDeletion")]
    [InlineData("Orphan", "orphan")]
    public async Task A_policy_becomes_a_finalizer(string policy, string finalizer)
    {
        await using var server = await StartAsync();
        await server.CreateWidgetAsync("a", metadata: """ "finalizers":["x.io/one"] """);
        var marked = await server.DeleteAsync(Widget, "a", new DeleteOptions { PropagationPolicy = policy });
        Assert.Equal(["x.io/one", finalizer], marked.Metadata.Finalizers);
    }

    [Theory]
    [InlineData("default")]
    [InlineData("kube-system")]
    [InlineData("kube-public")]
    public async Task System_namespaces_stay(string name)
    {
        await using var server = await StartAsync();
        var status = await RefusedAsync(() => server.DeleteAsync(Namespace, name));
        Assert.Equal((403, $"namespaces \"{name}\" is forbidden: this namespace may not be deleted"), (status.Code, status.Message));
    }

    private Task<TestServer> StartAsync() => listens ? TestServer.ListenAsync() : TestServer.StartAsync();
}
