namespace Slipway.Server.Metrics;

/// <summary>The buckets of one series.</summary>
/// <param name="bounds">The upper bounds, rising.</param>
internal sealed class HistogramCell(double[] bounds)
{
    private readonly long[] _counts = new long[bounds.Length + 1];
    private double _sum;

    /// <summary>Takes a measurement in.</summary>
    /// <param name="value">The measurement.</param>
    public void Record(double value)
    {
        var at = 0;
        while (at < bounds.Length && value > bounds[at])
        {
            at++;
        }

        Interlocked.Increment(ref _counts[at]);
        var seen = _sum;
        while (true)
        {
            var before = Interlocked.CompareExchange(ref _sum, seen + value, seen);
            if (BitConverter.DoubleToInt64Bits(before) == BitConverter.DoubleToInt64Bits(seen))
            {
                return;
            }

            seen = before;
        }
    }

    /// <summary>Writes the buckets, the sum and the count.</summary>
    /// <param name="text">Where to.</param>
    /// <param name="name">The family.</param>
    /// <param name="labels">The labels.</param>
    public void Write(MetricsText text, string name, IMetricLabels labels)
    {
        long total = 0;
        for (var i = 0; i < _counts.Length; i++)
        {
            total += Interlocked.Read(ref _counts[i]);
            text.Sample(name + "_bucket", labels, total, MetricsText.Number(i < bounds.Length ? bounds[i] : double.PositiveInfinity));
        }

        text.Sample(name + "_sum", labels, Volatile.Read(ref _sum));
        text.Sample(name + "_count", labels, total);
    }
}
