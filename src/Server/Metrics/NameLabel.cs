namespace Slipway.Server.Metrics;

/// <summary>One label.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Value">Its value.</param>
internal readonly record struct NameLabel(string Key, string Value) : IMetricLabels
{
    /// <inheritdoc/>
    public void Write(MetricsText text) => text.Label(Key ?? "name", Value ?? "");
}
