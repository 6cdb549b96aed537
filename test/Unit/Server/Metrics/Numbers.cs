using Slipway.Server.Metrics;
using Slipway.Unit.Server.Http;

namespace Slipway.Unit.Server.Metrics;

/// <summary>The page <c>/metrics</c>.</summary>
public sealed class Numbers
{
    private const string Widgets = "/apis/demo.example.io/v1/namespaces/default/widgets";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_are_counted_by_what_they_are_about()
    {
        await using var host = await RunningHost.StartAsync();
        for (var i = 0; i < 3; i++)
        {
            using var answer = await host.Client.GetAsync(Widgets, Cancellation);
        }

        using var missing = await host.Client.GetAsync("/apis/made.up.example/v1/namespaces/default/things/x", Cancellation);
        var page = await ReadAsync(host);
        Assert.Equal(3, page["""apiserver_request_total{code="200",component="apiserver",dry_run="",group="demo.example.io",resource="widgets",scope="namespace",subresource="",verb="LIST",version="v1"}"""]);
        Assert.Equal(1, page["""apiserver_request_total{code="404",component="apiserver",dry_run="",group="",resource="",scope="",subresource="",verb="GET",version=""}"""]);
        Assert.Equal(3, page["""apiserver_request_duration_seconds_count{component="apiserver",dry_run="",group="demo.example.io",resource="widgets",scope="namespace",subresource="",verb="LIST",version="v1"}"""]);
        Assert.Equal(3, page["""apiserver_request_duration_seconds_bucket{component="apiserver",dry_run="",group="demo.example.io",resource="widgets",scope="namespace",subresource="",verb="LIST",version="v1",le="+Inf"}"""]);

        // The request for the page itself is under way.
        Assert.Equal(1, page["""apiserver_current_inflight_requests{request_kind="readOnly"}"""]);
        Assert.Equal(0, page["""apiserver_current_inflight_requests{request_kind="mutating"}"""]);
    }

    [Fact]
    public async Task The_server_tells_of_its_objects_queues_and_process()
    {
        await using var server = await TestServer.StartAsync(o => o with { Listen = true, ControllerMetrics = true });
        await server.CreateWidgetAsync("a");
        await server.CreateWidgetAsync("b");
        var page = new MetricsPage(await HttpAsync(server.Server, "/metrics"));
        Assert.Equal(2, page["""apiserver_storage_objects{resource="widgets.demo.example.io"}"""]);
        Assert.Equal(2, page["""apiserver_resource_objects{group="demo.example.io",resource="widgets"}"""]);
        Assert.True(page["""workqueue_adds_total{name="slipway_upkeep"}"""] > 0);
        Assert.True(page["process_resident_memory_bytes"] > 1e6);
        Assert.Equal("counter", page.Types["process_cpu_seconds_total"]);
        Assert.Equal("histogram", page.Types["controller_runtime_reconcile_time_seconds"]);
        Assert.Equal("histogram", page.Types["apiserver_admission_webhook_admission_duration_seconds"]);
    }

    [Fact]
    public async Task Watch_events_and_standing_watches_are_counted()
    {
        await using var server = await TestServer.StartAsync(o => o with { Listen = true });
        await server.CreateWidgetAsync("a");
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        await using var events = server.Client.WatchAsync(new Slipway.Runtime.Clients.WatchRequest(TestServer.Widget, "0"), ended.Token).GetAsyncEnumerator(ended.Token);
        Assert.True(await events.MoveNextAsync());
        var page = new MetricsPage(await HttpAsync(server.Server, "/metrics"));
        Assert.Equal(1, page["""apiserver_watch_events_total{group="demo.example.io",resource="widgets",version="v1"}"""]);
        Assert.Equal(1, page["""apiserver_longrunning_requests{component="apiserver",dry_run="",group="demo.example.io",resource="widgets",scope="cluster",subresource="",verb="WATCH",version="v1"}"""]);
    }

    [Fact]
    public void Labels_are_escaped()
    {
        var counters = new Counters<NameLabel>("x_total", "help");
        counters.Add(new("name", "a\"b\\c\nd"));
        var text = new MetricsText();
        counters.Write(text);
        Assert.Equal("# HELP x_total help\n# TYPE x_total counter\nx_total{name=\"a\\\"b\\\\c\\nd\"} 1\n", text.ToString());
    }

    [Fact]
    public void A_flood_of_labels_is_not_told_apart()
    {
        var counters = new Counters<NameLabel>("x_total", "help");
        for (var i = 0; i < Counters<NameLabel>.MostSeries + 100; i++)
        {
            counters.Add(new("name", i.ToString()));
        }

        Assert.Equal(100, counters.Value(default));
    }

    [Fact]
    public void A_measurement_falls_into_the_first_bucket_that_holds_it()
    {
        var histograms = new Histograms<NoLabels>("x", "help", [1, 2]);
        foreach (var value in new[] { 0.5, 1, 1.5, 9 })
        {
            histograms.Record(default, value);
        }

        var text = new MetricsText();
        histograms.Write(text);
        var page = new MetricsPage(text.ToString());
        Assert.Equal((2, 3, 4, 12, 4), (page["x_bucket{le=\"1\"}"], page["x_bucket{le=\"2\"}"], page["x_bucket{le=\"+Inf\"}"], page["x_sum"], page["x_count"]));
    }

    [Fact]
    public async Task Many_threads_lose_no_count()
    {
        var counters = new Counters<NoLabels>("x_total", "help");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
            () =>
            {
                for (var i = 0; i < 10_000; i++)
                {
                    counters.Add(default);
                }
            },
            Cancellation)));
        Assert.Equal(80_000, counters.Value(default));
    }

    internal static async Task<string> HttpAsync(Slipway.Server.EmbeddedServer server, string path)
    {
        using var client = AdminHttp.Connect(server);
        return await client.GetStringAsync(new Uri(path, UriKind.Relative), Cancellation);
    }

    private static async Task<MetricsPage> ReadAsync(RunningHost host) => new(await host.Client.GetStringAsync("/metrics", Cancellation));
}
