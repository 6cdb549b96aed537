namespace Slipway.Server.Metrics;

/// <summary>The labels of what is counted as a whole.</summary>
internal readonly record struct NoLabels : IMetricLabels
{
    /// <inheritdoc/>
    public void Write(MetricsText text)
    {
        // There are none.
    }
}
