namespace Slipway.Runtime.Informers;

/// <summary>Waits that double with each failure in a row, each shortened by up to half at random.</summary>
/// <param name="options">First and longest wait, and chance.</param>
internal sealed class Backoff(RuntimeOptions options)
{
    private int _failures;

    /// <summary>Begins again with the first wait.</summary>
    public void Reset() => _failures = 0;

    /// <summary>How long to wait after one more failure.</summary>
    public TimeSpan Next()
    {
        var wait = Math.Min(options.WatchRetryFirst.TotalMilliseconds * Math.Pow(2, Math.Min(_failures, 30)), options.WatchRetryLongest.TotalMilliseconds);
        _failures++;
        return TimeSpan.FromMilliseconds(wait * (1 - (0.5 * options.Random.NextDouble())));
    }
}
