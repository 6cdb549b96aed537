namespace Slipway.Benchmarks.Scenarios;

/// <summary>How long an empty plane takes to be ready, and what it needs then.</summary>
internal static class StartScenario
{
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(3);

    /// <summary>Measures once.</summary>
    /// <param name="settings">The settings.</param>
    public static async Task<IReadOnlyList<Measure>> RunAsync(Settings settings)
    {
        await using var plane = await MeasuredPlane.StartAsync(settings.Program);
        await Task.Delay(Settle, TimeProvider.System);
        return
        [
            new Measure("start: process start -> /readyz", "s", 0.5) { Value = plane.Ready.TotalSeconds },
            new Measure("start: resident memory, empty", "MiB", 150) { Value = plane.ResidentMiB },
            new Measure("start: CPU of start and 3 s at rest", "s") { Value = plane.CpuSeconds },
        ];
    }
}
