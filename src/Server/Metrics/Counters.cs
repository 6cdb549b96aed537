using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Slipway.Server.Metrics;

/// <summary>Counters of one name, one for each set of labels met with. Safe for concurrent use; counting takes no lock.</summary>
/// <typeparam name="T">The labels.</typeparam>
/// <param name="name">The name.</param>
/// <param name="help">What is counted.</param>
internal sealed class Counters<T>(string name, string help) : IMetric
    where T : struct, IMetricLabels, IEquatable<T>
{
    /// <summary>More sets of labels than this are not told apart.</summary>
    public const int MostSeries = 4096;

    private readonly ConcurrentDictionary<T, StrongBox<double>> _series = new();
    private int _count;

    /// <summary>Counts.</summary>
    /// <param name="labels">The labels.</param>
    /// <param name="amount">By how much.</param>
    public void Add(T labels, double amount = 1)
    {
        if (!_series.TryGetValue(labels, out var cell))
        {
            if (Volatile.Read(ref _count) >= MostSeries)
            {
                labels = default;
            }

            cell = _series.GetOrAdd(labels, static (_, counters) => counters.Cell(), this);
        }

        ref var value = ref cell.Value;
        var seen = value;
        while (true)
        {
            var before = Interlocked.CompareExchange(ref value, seen + amount, seen);
            if (BitConverter.DoubleToInt64Bits(before) == BitConverter.DoubleToInt64Bits(seen))
            {
                return;
            }

            seen = before;
        }
    }

    /// <summary>What was counted.</summary>
    /// <param name="labels">The labels.</param>
    public double Value(T labels) => _series.TryGetValue(labels, out var cell) ? Volatile.Read(ref cell.Value) : 0;

    /// <inheritdoc/>
    public void Write(MetricsText text)
    {
        text.Family(name, "counter", help);
        foreach (var (labels, cell) in _series)
        {
            text.Sample(name, labels, Volatile.Read(ref cell.Value));
        }
    }

    private StrongBox<double> Cell()
    {
        Interlocked.Increment(ref _count);
        return new StrongBox<double>();
    }
}
