namespace Slipway.Server.Metrics;

/// <summary>Numbers of one name that are looked up when somebody asks for the page.</summary>
/// <typeparam name="T">The labels.</typeparam>
/// <param name="name">The name.</param>
/// <param name="type"><c>gauge</c> or <c>counter</c>.</param>
/// <param name="help">What they are.</param>
/// <param name="read">Looks them up.</param>
internal sealed class Readings<T>(string name, string type, string help, Func<IEnumerable<(T Labels, double Value)>> read) : IMetric
    where T : struct, IMetricLabels
{
    /// <inheritdoc/>
    public void Write(MetricsText text)
    {
        text.Family(name, type, help);
        foreach (var (labels, value) in read())
        {
            text.Sample(name, labels, value);
        }
    }
}
