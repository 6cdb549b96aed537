namespace Slipway.Benchmarks.Scenarios;

/// <summary>One in-memory cluster with one control-plane machine and one worker, without delays, on a plane that is at rest.</summary>
internal static class ClusterScenario
{
    private const string Name = "first";
    private const double Budget = 1.5;

    /// <summary>Measures once.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="scenario">The scenario's name.</param>
    /// <param name="algorithm">The cluster's encryption algorithm.</param>
    public static async Task<IReadOnlyList<Measure>> RunAsync(Settings settings, string scenario, string algorithm)
    {
        await using var plane = await MeasuredPlane.StartAsync(settings.Program);
        var yaml = await ClusterYaml.GenerateAsync(plane, Name, algorithm);
        var cpu = plane.CpuSeconds;
        var begin = TimeProvider.System.GetTimestamp();
        var arrival = Arrival.WaitAsync(plane.Api, 1);
        await plane.RunAsync(yaml, "apply", "-f", "-");
        var arrived = await arrival;
        double? budget = algorithm == ClusterYaml.GeneratedAlgorithm ? Budget : null;
        return
        [
            new Measure($"{scenario}: first object seen -> Available", "s", budget) { Value = arrived.FromFirst.TotalSeconds },
            new Measure($"{scenario}: apply starts -> Available", "s") { Value = TimeProvider.System.GetElapsedTime(begin, arrived.At).TotalSeconds },
            new Measure($"{scenario}: CPU", "s") { Value = plane.CpuSeconds - cpu },
        ];
    }
}
