namespace Slipway.Benchmarks.Scenarios;

/// <summary>Many calls by several clients, each of which makes its next call when the last is answered.</summary>
/// <param name="Rate">Calls a second.</param>
/// <param name="Slowest">The time within which 99 of 100 calls were answered, in milliseconds.</param>
internal sealed record Paced(double Rate, double Slowest)
{
    /// <summary>Makes the calls.</summary>
    /// <param name="count">How many.</param>
    /// <param name="clients">By how many clients.</param>
    /// <param name="call">Makes the call of a number from 0.</param>
    public static async Task<Paced> RunAsync(int count, int clients, Func<int, Task> call)
    {
        var next = -1;
        var times = new double[count];
        var begin = TimeProvider.System.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(async () =>
        {
            for (int at; (at = Interlocked.Increment(ref next)) < count;)
            {
                var from = TimeProvider.System.GetTimestamp();
                await call(at);
                times[at] = TimeProvider.System.GetElapsedTime(from).TotalMilliseconds;
            }
        })));
        var seconds = TimeProvider.System.GetElapsedTime(begin).TotalSeconds;
        Array.Sort(times);
        return new Paced(count / seconds, times[(int)(count * 0.99)]);
    }

    /// <summary>The two numbers as measures.</summary>
    /// <param name="name">What was called.</param>
    /// <param name="rate">How many a second are promised at least.</param>
    /// <param name="slowest">The time of 99 of 100 that is promised; null for none.</param>
    public IReadOnlyList<Measure> Measures(string name, double rate, double? slowest) =>
    [
        new Measure(name, "/s", rate) { Value = Rate, IsRate = true },
        new Measure(name + ": p99", "ms", slowest) { Value = Slowest },
    ];
}
