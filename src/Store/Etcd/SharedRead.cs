namespace Slipway.Store.Etcd;

/// <summary>
/// A read whose answer many may share. Whoever asks gets an answer that was read after he asked; at most one read runs and
/// one more is due, however many ask.
/// </summary>
/// <param name="read">Reads.</param>
internal sealed class SharedRead(Func<Task<long>> read)
{
    private readonly Lock _gate = new();
    private Task<long> _running = Task.FromResult(0L);
    private Task<long>? _next;

    /// <summary>An answer that is read from now on.</summary>
    public Task<long> NextAsync()
    {
        lock (_gate)
        {
            return _running.IsCompleted && _next is null ? _running = read() : _next ??= AfterAsync(_running);
        }
    }

    private async Task<long> AfterAsync(Task before)
    {
        // Its failure is told to those who asked for it.
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        Task<long> mine;
        lock (_gate)
        {
            _running = _next!;
            _next = null;
            mine = read();
        }

        return await mine;
    }
}
