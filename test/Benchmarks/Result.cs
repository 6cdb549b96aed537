namespace Slipway.Benchmarks;

/// <summary>All runs of one measure.</summary>
/// <param name="Measure">What was measured.</param>
/// <param name="Median">The middle of the runs.</param>
/// <param name="Min">The least.</param>
/// <param name="Max">The most.</param>
/// <param name="Runs">How many.</param>
internal sealed record Result(Measure Measure, double Median, double Min, double Max, int Runs)
{
    /// <summary>Sums runs up.</summary>
    /// <param name="measure">What was measured.</param>
    /// <param name="values">The runs; at least one.</param>
    public static Result Of(Measure measure, IReadOnlyList<double> values)
    {
        var sorted = values.Order().ToList();
        var middle = sorted.Count / 2;
        var median = sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Result(measure, median, sorted[0], sorted[^1], sorted.Count);
    }
}
