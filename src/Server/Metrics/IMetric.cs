namespace Slipway.Server.Metrics;

/// <summary>Numbers of one name on the page <c>/metrics</c>.</summary>
internal interface IMetric
{
    /// <summary>Writes them.</summary>
    /// <param name="text">Where to.</param>
    void Write(MetricsText text);
}
