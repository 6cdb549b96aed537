using Slipway.Runtime.Clients;
using static Slipway.Unit.Server.TestServer;

namespace Slipway.Unit.Server.Watching;

/// <summary>Following collections.</summary>
public sealed class WatchesInProcess() : WatchesContract(listens: false)
{
    [Fact]
    public async Task All_watchers_of_a_version_share_the_bytes_of_an_event()
    {
        await using var server = await TestServer.StartAsync();
        var now = (await server.Client.ListAsync(new ListRequest(Widget), Stop)).ResourceVersion;
        var all = new WatchRequest(Widget, now) { AllowBookmarks = false };
        await using var one = server.Client.WatchAsync(all, Stop).GetAsyncEnumerator(Stop);
        await using var two = server.Client.WatchAsync(all, Stop).GetAsyncEnumerator(Stop);
        var (first, second) = (one.MoveNextAsync(), two.MoveNextAsync());
        await server.CreateWidgetAsync("a");
        Assert.True(await first && await second);
        Assert.True(one.Current.Object.Span == two.Current.Object.Span);
    }
}
