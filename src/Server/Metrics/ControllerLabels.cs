namespace Slipway.Server.Metrics;

/// <summary>A controller, and how its passes end.</summary>
/// <param name="Controller">Its name.</param>
/// <param name="Result"><c>success</c>, <c>requeue</c>, <c>requeue_after</c> or <c>error</c>; null where it does not count.</param>
internal readonly record struct ControllerLabels(string? Controller, string? Result) : IMetricLabels
{
    /// <inheritdoc/>
    public void Write(MetricsText text)
    {
        text.Label("controller", Controller ?? "");
        if (Result is not null)
        {
            text.Label("result", Result);
        }
    }
}
