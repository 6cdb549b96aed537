using System.Collections.Concurrent;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;
using static Slipway.Unit.Server.TestServer;

namespace Slipway.Unit.Server.Watching;

/// <summary>
/// Many write at once while watchers come at any time: each watcher, from whatever state he began with, must end up with
/// what is there in the end, having seen every change once and in order.
/// </summary>
public sealed class Consistency
{
    [Theory]
    [InlineData(1UL)]
    [InlineData(2UL)]
    [InlineData(3UL)]
    public async Task Every_watcher_arrives_at_the_same_state(ulong seed)
    {
        await using var server = await StartAsync();
        await server.CreateWidgetAsync("never-selected");
        var faults = new ConcurrentQueue<string>();
        var writers = Enumerable.Range(0, 4).Select(i => Task.Run(() => WriteAsync(server, RandomSource.Seeded((seed * 10) + (ulong)i)))).ToArray();
        var watchers = Enumerable.Range(0, 8).Select(i => Task.Run(() => WatchAsync(server, i, faults))).ToArray();
        await Task.WhenAll(writers);
        await server.CreateWidgetAsync("zz-end", """{"color":"red"}""", """ "labels":{"app":"x"} """);
        var views = await Task.WhenAll(watchers).WaitAsync(TimeSpan.FromSeconds(30), Stop);
        Assert.Empty(faults);
        var all = await StateAsync(server, "");
        var some = await StateAsync(server, "app=x");
        Assert.NotEqual(all.Count, some.Count);
        for (var i = 0; i < views.Length; i++)
        {
            Assert.Equal(Selector(i).Length == 0 ? all : some, views[i]);
        }
    }

    private static string Selector(int watcher) => watcher % 2 == 0 ? "" : "app=x";

    private static async Task WriteAsync(TestServer server, RandomSource random)
    {
        for (var i = 0; i < 150; i++)
        {
            var name = $"w{random.Next(12)}";
            try
            {
                switch (random.Next(4))
                {
                    case 0:
                        await server.CreateWidgetAsync(name, metadata: $$""" "labels":{"app":"{{(random.Next(2) == 0 ? "x" : "y")}}"} """);
                        break;
                    case 1:
                        await server.PatchAsync(Widget, name, $$$$"""{"metadata":{"labels":{"app":"{{{{(random.Next(2) == 0 ? "x" : "y")}}}}"}}}""");
                        break;
                    case 2:
                        await server.PatchAsync(Widget, name, $$$"""{"spec":{"note":"{{{i}}}"}}""");
                        break;
                    default:
                        await server.DeleteAsync(Widget, name);
                        break;
                }
            }
            catch (ApiException e) when (e.IsNotFound || e.IsAlreadyExists)
            {
                // Another writer was faster: that is the point.
            }
        }
    }

    private static async Task<SortedDictionary<string, string>> WatchAsync(TestServer server, int watcher, ConcurrentQueue<string> faults)
    {
        for (var i = 0; i < watcher * 40; i++)
        {
            await Task.Yield();
        }

        var view = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var request = new WatchRequest(Widget, "") { LabelSelector = Selector(watcher), AllowBookmarks = false };
        var last = 0L;
        if (watcher % 3 == 0)
        {
            var list = await server.Client.ListAsync(new ListRequest(Widget) { LabelSelector = request.LabelSelector }, Stop);
            foreach (var item in list.Items.Select(i => Unstructured.Parse(i.Span)))
            {
                view[item.Metadata.Name] = item.Metadata.ResourceVersion;
            }

            if (view.ContainsKey("zz-end"))
            {
                return view;
            }

            last = long.Parse(list.ResourceVersion);
            request = request with { ResourceVersion = list.ResourceVersion };
        }

        await foreach (var change in server.Client.WatchAsync(request, Stop))
        {
            var value = Unstructured.Parse(change.Object.Span);
            var (name, revision) = (value.Metadata.Name, long.Parse(value.Metadata.ResourceVersion));
            var isKnown = view.ContainsKey(name);
            if (isKnown == (change.Type == WatchEventType.Added) || (revision <= last && request.ResourceVersion.Length > 0))
            {
                faults.Enqueue($"watcher {watcher}: {change.Type} {name} at {revision} after {last}");
            }

            last = Math.Max(last, revision);
            if (change.Type == WatchEventType.Deleted)
            {
                view.Remove(name);
            }
            else
            {
                view[name] = value.Metadata.ResourceVersion;
            }

            if (name == "zz-end")
            {
                break;
            }
        }

        return view;
    }

    private static async Task<SortedDictionary<string, string>> StateAsync(TestServer server, string selector)
    {
        var list = await server.Client.ListAsync(new ListRequest(Widget) { LabelSelector = selector }, Stop);
        return new(list.Items.Select(i => Unstructured.Parse(i.Span)).ToDictionary(o => o.Metadata.Name, o => o.Metadata.ResourceVersion), StringComparer.Ordinal);
    }
}
