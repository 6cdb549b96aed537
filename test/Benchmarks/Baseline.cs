using System.Globalization;
using System.Text.Json.Nodes;

namespace Slipway.Benchmarks;

/// <summary>Medians of an earlier session, and how much worse a new one may be before it counts.</summary>
/// <param name="Tolerance">The share that a median may be worse; 0.5 for half as much again.</param>
/// <param name="Machine">Where it was measured.</param>
/// <param name="Medians">The medians by measure name.</param>
internal sealed record Baseline(double Tolerance, string Machine, IReadOnlyDictionary<string, double> Medians)
{
    private const double DefaultTolerance = 0.5;

    /// <summary>Nothing to compare with.</summary>
    public static Baseline None { get; } = new(DefaultTolerance, "", new Dictionary<string, double>(StringComparer.Ordinal));

    /// <summary>Reads a file; <see cref="None"/> where there is none.</summary>
    /// <param name="file">The file.</param>
    public static Baseline Read(string file)
    {
        if (!File.Exists(file))
        {
            return None;
        }

        var json = JsonNode.Parse(File.ReadAllText(file))!;
        return new Baseline(
            json["tolerance"]!.GetValue<double>(),
            json["machine"]!.GetValue<string>(),
            json["medians"]!.AsObject().ToDictionary(p => p.Key, p => p.Value!.GetValue<double>(), StringComparer.Ordinal));
    }

    /// <summary>This with new medians; those that were not measured now stay.</summary>
    /// <param name="results">What was measured now.</param>
    public Baseline With(IReadOnlyList<Result> results)
    {
        var medians = new SortedDictionary<string, double>(Medians.ToDictionary(), StringComparer.Ordinal);
        foreach (var result in results)
        {
            medians[result.Measure.Name] = Math.Round(result.Median, 3);
        }

        return this with { Medians = medians, Machine = $"{Environment.ProcessorCount} processors" };
    }

    /// <summary>Writes a file.</summary>
    /// <param name="file">The file.</param>
    public void Write(string file)
    {
        var medians = new JsonObject();
        foreach (var (name, value) in Medians)
        {
            medians[name] = value;
        }

        var json = new JsonObject { ["tolerance"] = Tolerance, ["machine"] = Machine, ["medians"] = medians };
        File.WriteAllText(file, json.ToJsonString(new() { WriteIndented = true }) + "\n");
    }

    /// <summary>Whether a median is worse than the tolerance allows.</summary>
    /// <param name="result">What was measured now.</param>
    public bool IsWorse(Result result) => Medians.TryGetValue(result.Measure.Name, out var before)
        && (result.Measure.IsRate ? result.Median < before / (1 + Tolerance) : result.Median > before * (1 + Tolerance));

    /// <summary>How a result compares, as text; empty where there is nothing to compare with.</summary>
    /// <param name="result">What was measured now.</param>
    public string Compare(Result result)
    {
        if (!Medians.TryGetValue(result.Measure.Name, out var before) || before <= 0)
        {
            return "";
        }

        var change = (result.Median - before) / before;
        return string.Create(CultureInfo.InvariantCulture, $"{before:0.###} {result.Measure.Unit} ({change:+0 %;-0 %;0 %}{(IsWorse(result) ? ", WORSE" : "")})");
    }
}
