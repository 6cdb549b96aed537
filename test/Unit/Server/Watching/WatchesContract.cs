using Slipway.Machinery.Json;
using Slipway.Runtime.Clients;
using Slipway.Unit.Support;
using static Slipway.Unit.Server.TestServer;

namespace Slipway.Unit.Server.Watching;

/// <summary>Following collections. The same whichever client asks.</summary>
public abstract class WatchesContract(bool listens)
{
    private static readonly WatchRequest FromStart = new(Widget, "") { AllowBookmarks = false };

    [Fact]
    public async Task What_is_present_comes_first_then_every_change_in_order()
    {
        await using var server = await StartAsync();
        await server.CreateWidgetAsync("a");
        await using var watch = server.Client.WatchAsync(FromStart, Stop).GetAsyncEnumerator(Stop);
        Assert.Equal("Added a", await NextAsync(watch));
        await server.CreateWidgetAsync("b");
        await server.PatchAsync(Widget, "a", """{"spec":{"note":"x"}}""");
        await server.DeleteAsync(Widget, "a");
        Assert.Equal("Added b", await NextAsync(watch));
        Assert.Equal("Modified a", await NextAsync(watch));
        Assert.Equal("Deleted a", await NextAsync(watch));
    }

    [Fact]
    public async Task A_deletion_carries_the_last_state_under_its_own_revision()
    {
        await using var server = await StartAsync();
        var made = await server.CreateWidgetAsync("a", """{"note":"last"}""");
        await server.DeleteAsync(Widget, "a");
        await using var watch = server.Client.WatchAsync(FromStart with { ResourceVersion = made.Metadata.ResourceVersion }, Stop).GetAsyncEnumerator(Stop);
        Assert.True(await watch.MoveNextAsync());
        var last = Unstructured.Parse(watch.Current.Object.Span);
        Assert.Equal((WatchEventType.Deleted, "last"), (watch.Current.Type, last.Text("spec", "note")));
        Assert.True(long.Parse(last.Metadata.ResourceVersion) > long.Parse(made.Metadata.ResourceVersion));
    }

    [Fact]
    public async Task A_watch_goes_on_strictly_after_a_revision()
    {
        await using var server = await StartAsync();
        var a = await server.CreateWidgetAsync("a");
        await server.CreateWidgetAsync("b");
        await server.CreateWidgetAsync("c");
        await using var watch = server.Client.WatchAsync(FromStart with { ResourceVersion = a.Metadata.ResourceVersion }, Stop).GetAsyncEnumerator(Stop);
        Assert.Equal("Added b", await NextAsync(watch));
        Assert.Equal("Added c", await NextAsync(watch));
    }

    [Fact]
    public async Task A_revision_that_is_no_longer_known_is_expired()
    {
        await using var server = await StartAsync();
        var first = await server.CreateWidgetAsync("a");
        var large = new string('x', 256 * 1024);
        for (var i = 0; i < 20; i++)
        {
            await server.PatchAsync(Widget, "a", $$$"""{"spec":{"note":"{{{i}}}{{{large}}}"}}""");
        }

        await using var watch = server.Client.WatchAsync(FromStart with { ResourceVersion = first.Metadata.ResourceVersion }, Stop).GetAsyncEnumerator(Stop);
        var refused = await Assert.ThrowsAsync<ApiException>(async () => await watch.MoveNextAsync());
        Assert.Equal((410, "Expired"), (refused.Code, refused.Reason));
        Assert.StartsWith($"too old resource version: {first.Metadata.ResourceVersion} (", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_comes_to_match_is_added_and_what_no_longer_matches_is_deleted()
    {
        await using var server = await StartAsync();
        await server.CreateWidgetAsync("a");
        await using var watch = server.Client.WatchAsync(FromStart with { LabelSelector = "app=x" }, Stop).GetAsyncEnumerator(Stop);
        var next = NextAsync(watch);
        await server.PatchAsync(Widget, "a", """{"metadata":{"labels":{"app":"x"}},"spec":{"note":"in"}}""");
        Assert.Equal("Added a", await next);
        await server.PatchAsync(Widget, "a", """{"spec":{"note":"still"}}""");
        Assert.Equal("Modified a", await NextAsync(watch));
        var left = await server.PatchAsync(Widget, "a", """{"metadata":{"labels":{"app":"y"}},"spec":{"note":"out"}}""");
        Assert.True(await watch.MoveNextAsync());
        var last = Unstructured.Parse(watch.Current.Object.Span);
        Assert.Equal((WatchEventType.Deleted, "still", left.Metadata.ResourceVersion), (watch.Current.Type, last.Text("spec", "note"), last.Metadata.ResourceVersion));
    }

    [Fact]
    public async Task Each_watcher_sees_his_version()
    {
        await using var server = await StartAsync();
        await using var watch = server.Client.WatchAsync(new WatchRequest(WidgetBeta, "") { AllowBookmarks = false }, Stop).GetAsyncEnumerator(Stop);
        var next = watch.MoveNextAsync();
        await server.CreateWidgetAsync("a");
        Assert.True(await next);
        Assert.Equal("demo.example.io/v1beta1", Unstructured.Parse(watch.Current.Object.Span).ApiVersion);
    }

    [Fact]
    public async Task Bookmarks_come_every_minute_to_those_who_want_them()
    {
        await using var server = await StartAsync();
        await using var watch = server.Client.WatchAsync(FromStart with { AllowBookmarks = true }, Stop).GetAsyncEnumerator(Stop);
        var next = watch.MoveNextAsync().AsTask();
        var other = await server.CreateAsync(ConfigMap, """{"metadata":{"name":"elsewhere"}}""");
        await Until.AdvancingAsync(server.Time, TimeSpan.FromSeconds(10), () => next.IsCompleted);
        Assert.True(await next);
        var mark = Unstructured.Parse(watch.Current.Object.Span);
        Assert.Equal((WatchEventType.Bookmark, "Widget", "demo.example.io/v1"), (watch.Current.Type, mark.Kind, mark.ApiVersion));
        Assert.True(long.Parse(mark.Metadata.ResourceVersion) >= long.Parse(other.Metadata.ResourceVersion));
    }

    [Fact]
    public async Task A_watch_of_a_kind_ends_when_its_definition_changes()
    {
        await using var server = await StartAsync();
        await using var watch = server.Client.WatchAsync(FromStart, Stop).GetAsyncEnumerator(Stop);
        var next = watch.MoveNextAsync();
        await server.PatchAsync(Definition, "widgets.demo.example.io", """{"metadata":{"labels":{"a":"b"}}}""");
        await server.PatchAsync(Definition, "widgets.demo.example.io", """{"spec":{"names":{"categories":["all"]}}}""");
        Assert.False(await next);
    }

    private static async Task<string> NextAsync(IAsyncEnumerator<WatchEvent> watch)
    {
        Assert.True(await watch.MoveNextAsync());
        return $"{watch.Current.Type} {Unstructured.Parse(watch.Current.Object.Span).Metadata.Name}";
    }

    private Task<TestServer> StartAsync() => listens ? TestServer.ListenAsync() : TestServer.StartAsync();
}
