namespace Slipway.Benchmarks.Scenarios;

/// <summary>
/// The API server alone, seen by a client in another process: TLS, HTTP/2, ConfigMaps of 4 KB, every write on disk before it
/// is answered.
/// </summary>
internal static class ServerScenario
{
    private const int Clients = 32;
    private const int Listed = 10_000;
    private const int Restarted = 30_000;
    private const int Gets = 20_000;
    private const int Updates = 10_000;
    private const int Applies = 5_000;
    private const int Appliers = 16;
    private const int Watchers = 100;
    private const int Watched = 500;
    private const int Lists = 5;

    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(3);

    /// <summary>Measures once.</summary>
    /// <param name="settings">The settings.</param>
    public static async Task<IReadOnlyList<Measure>> RunAsync(Settings settings)
    {
        var plane = await MeasuredPlane.StartAsync(settings.Program);
        try
        {
            await Task.Delay(Settle, TimeProvider.System);
            var empty = plane.ResidentMiB;
            var measures = new List<Measure>();
            long size;
            using (var load = new ServerLoad(plane.Kubeconfig))
            {
                await load.NamespaceAsync("bench");
                await load.NamespaceAsync("watched");
                var creates = await Paced.RunAsync(Listed, Clients, at => load.CreateAsync("bench", at));
                size = load.StoredBytes / Listed;
                measures.AddRange(creates.Measures("server: durable create, 32 clients", 3000, 10));
                measures.AddRange((await Paced.RunAsync(Gets, Clients, at => load.GetAsync("bench", at % Listed))).Measures("server: get, 32 clients", 10_000, null));
                measures.AddRange((await Paced.RunAsync(Updates, Clients, at => load.UpdateAsync("bench", at % Listed, at))).Measures("server: durable update, 32 clients", 3000, null));
                measures.AddRange((await Paced.RunAsync(Applies, Appliers, at => load.ApplyAsync("bench", at % Listed, at))).Measures("server: server-side apply, 16 clients", 1500, null));
                measures.Add(await ListAsync(load));
                measures.Add(await WatchAsync(load));
                await Paced.RunAsync(Restarted - Listed, Clients, at => load.CreateAsync("bench", Listed + at));
            }

            plane = await plane.RestartAsync();
            measures.Add(new Measure("server: restart with 30,000 objects -> /readyz", "s", 3) { Value = plane.Ready.TotalSeconds });
            await Task.Delay(Settle, TimeProvider.System);
            measures.Add(new Measure("server: retained memory to JSON, 30,000 objects", "x", 2)
            {
                Value = (plane.ResidentMiB - empty) * 1024 * 1024 / (size * Restarted),
            });
            return measures;
        }
        finally
        {
            await plane.DisposeAsync();
        }
    }

    private static async Task<Measure> ListAsync(ServerLoad load)
    {
        var times = new List<double>();
        for (var run = 0; run < Lists; run++)
        {
            var begin = TimeProvider.System.GetTimestamp();
            await load.ListAsync("bench");
            times.Add(TimeProvider.System.GetElapsedTime(begin).TotalMilliseconds);
        }

        times.Sort();
        return new Measure("server: list of 10,000, 4 KB each", "ms", 300) { Value = times[Lists / 2] };
    }

    private static async Task<Measure> WatchAsync(ServerLoad load)
    {
        var opened = await Task.WhenAll(Enumerable.Range(0, Watchers).Select(_ => load.WatchAsync("watched")));
        var begin = TimeProvider.System.GetTimestamp();
        var told = opened.Select(o => ServerLoad.LinesAsync(o, Watched)).ToList();
        await Paced.RunAsync(Watched, Clients, at => load.CreateAsync("watched", at));
        await Task.WhenAll(told);
        var seconds = TimeProvider.System.GetElapsedTime(begin).TotalSeconds;
        return new Measure("server: deliveries to 100 watchers", "/s", 50_000) { Value = Watchers * Watched / seconds, IsRate = true };
    }
}
