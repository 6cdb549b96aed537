namespace Slipway.Server.Watching;

/// <summary>
/// Ends a watch when its time is over. Who takes bookmarks gets one two seconds before, so that he comes back with a revision
/// of now.
/// </summary>
internal sealed class WatchEnd : IDisposable
{
    private static readonly TimeSpan Notice = TimeSpan.FromSeconds(2);

    private readonly Watcher _watcher;
    private readonly Func<long> _revision;
    private readonly ITimer _timer;
    private bool _tells;

    /// <summary>Begins to count.</summary>
    /// <param name="watcher">Who watches.</param>
    /// <param name="length">How long.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="revision">The revision up to which every change has been told to watchers.</param>
    public WatchEnd(Watcher watcher, TimeSpan length, TimeProvider clock, Func<long> revision)
    {
        _watcher = watcher;
        _revision = revision;
        _tells = watcher.Bookmarks && length > Notice;
        _timer = clock.CreateTimer(static state => ((WatchEnd)state!).Tick(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(_tells ? length - Notice : length, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Counts no longer.</summary>
    public void Dispose() => _timer.Dispose();

    private void Tick()
    {
        if (_tells)
        {
            _tells = false;
            _watcher.Bookmark(_revision());
            _timer.Change(Notice, Timeout.InfiniteTimeSpan);
        }
        else
        {
            _watcher.End();
        }
    }
}
