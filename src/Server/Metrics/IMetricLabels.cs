namespace Slipway.Server.Metrics;

/// <summary>The labels of one series of numbers. Sets of them must be few: no names of objects, no paths as sent.</summary>
internal interface IMetricLabels
{
    /// <summary>Writes the labels.</summary>
    /// <param name="text">Where to.</param>
    void Write(MetricsText text);
}
