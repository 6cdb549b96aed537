namespace Slipway.Benchmarks;

/// <summary>One measured number.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Budget">What it may be at most, or at least for a rate; null where nothing is promised.</param>
internal sealed record Measure(string Name, string Unit, double? Budget = null)
{
    /// <summary>Whether more is better, as with a rate; else less is.</summary>
    public bool IsRate { get; init; }

    /// <summary>The number.</summary>
    public double Value { get; init; }
}
