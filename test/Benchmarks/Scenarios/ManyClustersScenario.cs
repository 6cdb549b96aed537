namespace Slipway.Benchmarks.Scenarios;

/// <summary>Many in-memory clusters at once, from one file.</summary>
internal static class ManyClustersScenario
{
    private const double Budget = 10;

    /// <summary>Measures once.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="count">How many clusters.</param>
    public static async Task<IReadOnlyList<Measure>> RunAsync(Settings settings, int count)
    {
        await using var plane = await MeasuredPlane.StartAsync(settings.Program);
        var one = await ClusterYaml.GenerateAsync(plane, "many-0", ClusterYaml.GeneratedAlgorithm);
        var all = string.Join("---\n", Enumerable.Range(1, count).Select(i => one.Replace("many-0", $"many-{i}", StringComparison.Ordinal)));
        var cpu = plane.CpuSeconds;
        var begin = TimeProvider.System.GetTimestamp();
        var arrival = Arrival.WaitAsync(plane.Api, count);
        await plane.RunAsync(all, "apply", "-f", "-");
        var arrived = await arrival;
        return
        [
            new Measure($"clusters-{count}: apply starts -> all Available", "s", Budget) { Value = TimeProvider.System.GetElapsedTime(begin, arrived.At).TotalSeconds },
            new Measure($"clusters-{count}: CPU", "s", Budget) { Value = plane.CpuSeconds - cpu },
            new Measure($"clusters-{count}: peak memory", "MiB") { Value = plane.PeakMiB },
        ];
    }
}
