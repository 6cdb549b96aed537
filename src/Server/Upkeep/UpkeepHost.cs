using Microsoft.Extensions.Logging;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;
using Slipway.Runtime.Queues;
using Slipway.Server.Watching;

namespace Slipway.Server.Upkeep;

/// <summary>
/// Runs the chores of a server: they hear of every change, their work stands in one queue, a few workers take it from there.
/// Nothing runs while nothing changes.
/// </summary>
internal sealed class UpkeepHost : ICacheListener, IAsyncDisposable
{
    private const int Workers = 4;

    private readonly IReadOnlyList<IChore> _chores;
    private readonly Dictionary<string, IChore> _byName;
    private readonly ILogger _log;
    private readonly WorkQueue _queue;
    private readonly CancellationTokenSource _stop = new();
    private Task _work = Task.CompletedTask;

    /// <summary>Takes the chores; nothing runs before <see cref="Start"/>.</summary>
    /// <param name="chores">The chores.</param>
    /// <param name="clock">The clock of waits.</param>
    /// <param name="log">Where failures are told.</param>
    public UpkeepHost(IReadOnlyList<IChore> chores, TimeProvider clock, ILogger log)
    {
        _chores = chores;
        _byName = chores.ToDictionary(c => c.Name);
        _log = log;
        _queue = new WorkQueue(clock);
    }

    /// <summary>The chores that wait and that are worked on.</summary>
    public WorkQueue Queue => _queue;

    /// <inheritdoc/>
    public void Changed(KindCache kind, CacheEvent change)
    {
        foreach (var chore in _chores)
        {
            chore.Changed(kind, change, new ChoreQueue(_queue, chore.Name));
        }
    }

    /// <summary>Begins to work.</summary>
    public void Start() => _work = Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => Task.Run(WorkAsync, CancellationToken.None)));

    /// <summary>Stops after what is being done now.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _work;
        _queue.Dispose();
        _stop.Dispose();
    }

    private async Task WorkAsync()
    {
        try
        {
            while (true)
            {
                var key = await _queue.TakeAsync(_stop.Token);
                try
                {
                    await RunAsync(key);
                }
                finally
                {
                    _queue.Done(key);
                }
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The server ends.
        }
    }

    private async ValueTask RunAsync(ObjectKey key)
    {
        try
        {
            await _byName[key.Namespace].RunAsync(key.Name, new ChoreQueue(_queue, key.Namespace), _stop.Token);
            _queue.Forget(key);
        }
        catch (ApiException e) when (e.IsConflict || e.IsNotFound)
        {
            // Somebody changed the object meanwhile: look again.
            _queue.Retry(key, e.Message);
        }
        catch (Exception e) when (e is not OperationCanceledException || !_stop.IsCancellationRequested)
        {
            var wait = _queue.Retry(key, e.Message);
            UpkeepLog.Failed(_log, key.Namespace, key.Name, wait, e);
        }
    }
}
