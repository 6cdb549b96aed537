namespace Slipway.Server.Http;

/// <summary>
/// How a server comes to its end: it tells that it is no longer ready, then takes nothing new, and is done when the requests
/// that it took are answered. Safe for concurrent use.
/// </summary>
internal sealed class Drain
{
    private readonly TaskCompletionSource _empty = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _inside = 1;
    private volatile bool _isAnnounced;
    private volatile bool _isClosed;

    /// <summary>Why the server is not ready; null where it is.</summary>
    public string? Fault => _isAnnounced ? "process is shutting down" : null;

    /// <summary>Whether nothing new is taken.</summary>
    public bool IsClosed => _isClosed;

    /// <summary>Takes a request in; false where nothing new is taken. Every true is followed by one <see cref="Leave"/>.</summary>
    public bool TryEnter()
    {
        Interlocked.Increment(ref _inside);
        if (!_isClosed)
        {
            return true;
        }

        Leave();
        return false;
    }

    /// <summary>A request was answered.</summary>
    public void Leave()
    {
        if (Interlocked.Decrement(ref _inside) == 0)
        {
            _empty.TrySetResult();
        }
    }

    /// <summary>Tells that the end is near; requests are still taken.</summary>
    public void Announce() => _isAnnounced = true;

    /// <summary>Takes nothing new from now on.</summary>
    /// <returns>Done when all that was taken is answered.</returns>
    public Task CloseAsync()
    {
        _isAnnounced = true;
        if (!_isClosed)
        {
            _isClosed = true;
            Leave();
        }

        return _empty.Task;
    }
}
