namespace Slipway.Conformance.Rows;

/// <summary>How a test went.</summary>
/// <param name="Test">Its name.</param>
/// <param name="Rows">The rows it stands for.</param>
/// <param name="Fault">What made it fail; null where it passed or was skipped.</param>
/// <param name="Skipped">Why it could not run here; null where it ran.</param>
/// <param name="Pending">Why it is known not to pass yet; empty where it must.</param>
internal sealed record Outcome(string Test, IReadOnlyList<string> Rows, Exception? Fault, string? Skipped, string Pending)
{
    /// <summary>Whether the test ran and found what it looks for.</summary>
    public bool Passed => Fault is null && Skipped is null;
}
