using System.Globalization;
using Slipway.Benchmarks.Scenarios;

namespace Slipway.Benchmarks;

/// <summary>Runs scenarios and prints what they measured.</summary>
internal static class Session
{
    private const int MostLongRuns = 3;

    private static readonly string[] Long = ["clusters-50", "server"];

    private static readonly Dictionary<string, Func<Settings, Task<IReadOnlyList<Measure>>>> Known = new(StringComparer.Ordinal)
    {
        ["start"] = StartScenario.RunAsync,
        ["cluster-ecdsa"] = s => ClusterScenario.RunAsync(s, "cluster-ecdsa", "ECDSA-P256"),
        ["cluster-rsa"] = s => ClusterScenario.RunAsync(s, "cluster-rsa", "RSA-2048"),
        ["clusters-50"] = s => ManyClustersScenario.RunAsync(s, 50),
        ["server"] = ServerScenario.RunAsync,
    };

    /// <summary>The scenarios' names.</summary>
    public static IReadOnlyCollection<string> Names => Known.Keys;

    /// <summary>Runs what is wanted.</summary>
    /// <param name="settings">What is wanted.</param>
    /// <returns>The program's exit code.</returns>
    public static async Task<int> RunAsync(Settings settings)
    {
        if (!File.Exists(settings.Program))
        {
            await Console.Error.WriteLineAsync($"There is no {settings.Program}: build it first with `dotnet build -c Release src/App`.");
            return 2;
        }

        var wanted = settings.Scenarios.Count > 0 ? settings.Scenarios : [.. Known.Keys];
        Console.WriteLine($"program    {settings.Program}");
        Console.WriteLine($"processors {Environment.ProcessorCount}");
        Console.WriteLine($"load       {Load()} (before)");
        var samples = new Dictionary<Measure, List<double>>();
        foreach (var name in wanted)
        {
            var runs = Long.Contains(name) ? Math.Min(settings.Runs, MostLongRuns) : settings.Runs;
            for (var run = 0; run < runs; run++)
            {
                foreach (var measure in await Known[name](settings))
                {
                    var key = measure with { Value = 0 };
                    (samples.TryGetValue(key, out var list) ? list : samples[key] = []).Add(measure.Value);
                }
            }
        }

        Console.WriteLine($"load       {Load()} (after)");
        Console.WriteLine();
        var results = samples.Select(s => Result.Of(s.Key, s.Value)).ToList();
        var baseline = Baseline.Read(Settings.BaselineFile);
        Print(results, settings.Compare ? baseline : Baseline.None);
        if (settings.Write)
        {
            baseline.With(results).Write(Settings.BaselineFile);
        }

        return settings.Compare && results.Any(r => baseline.IsWorse(r)) ? 1 : 0;
    }

    private static void Print(IReadOnlyList<Result> results, Baseline baseline)
    {
        Console.WriteLine($"{"what",-46} {"median",10} {"min",10} {"max",10} {"runs",4}  {"budget",10}  against the baseline");
        foreach (var r in results)
        {
            Console.WriteLine(
                $"{r.Measure.Name,-46} {Text(r.Median, r)} {Text(r.Min, r)} {Text(r.Max, r)} {r.Runs,4}  "
                + $"{(r.Measure.Budget is { } budget ? Text(budget, r) : ""),10}  {baseline.Compare(r)}".TrimEnd());
        }
    }

    private static string Text(double value, Result result) =>
        string.Create(CultureInfo.InvariantCulture, $"{value:0.###} {result.Measure.Unit}").PadLeft(10);

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Trim() : "unknown";
}
