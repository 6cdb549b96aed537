namespace Slipway.Benchmarks;

/// <summary>One measured number.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Budget">What it may be at most; null where nothing is promised.</param>
internal sealed record Measure(string Name, string Unit, double? Budget = null)
{
    /// <summary>The number; smaller is better.</summary>
    public double Value { get; init; }
}
