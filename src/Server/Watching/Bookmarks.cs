namespace Slipway.Server.Watching;

/// <summary>One timer for the bookmarks of all watches of a server; it runs only while somebody wants them.</summary>
internal sealed class Bookmarks : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private readonly Func<bool> _send;
    private readonly ITimer _timer;
    private int _running;

    /// <summary>Makes a timer that stands still.</summary>
    /// <param name="clock">The clock.</param>
    /// <param name="send">Sends bookmarks; answers whether anybody wants more.</param>
    public Bookmarks(TimeProvider clock, Func<bool> send)
    {
        _send = send;
        _timer = clock.CreateTimer(static state => ((Bookmarks)state!).Tick(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Runs, if it does not already.</summary>
    public void Wake()
    {
        if (Interlocked.Exchange(ref _running, 1) == 0)
        {
            _timer.Change(Interval, Interval);
        }
    }

    /// <summary>Stops for good.</summary>
    public void Dispose() => _timer.Dispose();

    private void Tick()
    {
        if (!_send())
        {
            // Whoever comes between the two lines wakes it again.
            _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            Volatile.Write(ref _running, 0);
        }
    }
}
