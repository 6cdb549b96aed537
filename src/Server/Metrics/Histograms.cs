using System.Collections.Concurrent;

namespace Slipway.Server.Metrics;

/// <summary>Histograms of one name, one for each set of labels met with. Safe for concurrent use; recording takes no lock.</summary>
/// <typeparam name="T">The labels.</typeparam>
/// <param name="name">The name.</param>
/// <param name="help">What is measured.</param>
/// <param name="bounds">The upper bounds of the buckets, rising.</param>
internal sealed class Histograms<T>(string name, string help, double[] bounds) : IMetric
    where T : struct, IMetricLabels, IEquatable<T>
{
    private const int MostSeries = 1024;

    private readonly ConcurrentDictionary<T, HistogramCell> _series = new();
    private int _count;

    /// <summary>Takes a measurement in.</summary>
    /// <param name="labels">The labels.</param>
    /// <param name="value">The measurement.</param>
    public void Record(T labels, double value)
    {
        if (!_series.TryGetValue(labels, out var cell))
        {
            if (Volatile.Read(ref _count) >= MostSeries)
            {
                labels = default;
            }

            cell = _series.GetOrAdd(labels, static (_, histograms) => histograms.Cell(), this);
        }

        cell.Record(value);
    }

    /// <inheritdoc/>
    public void Write(MetricsText text)
    {
        text.Family(name, "histogram", help);
        foreach (var (labels, cell) in _series)
        {
            cell.Write(text, name, labels);
        }
    }

    private HistogramCell Cell()
    {
        Interlocked.Increment(ref _count);
        return new HistogramCell(bounds);
    }
}
