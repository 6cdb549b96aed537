using Grpc.Core;
using Slipway.Store.Etcd.Protocol;
using Slipway.Store.Watching;

namespace Slipway.Store.Etcd;

/// <summary>
/// One stream of etcd's changes, handed on to all watches of this process; taken up again, at another member, where it breaks.
/// It follows all keys and not only ours: every revision is then seen to pass, so that a reader who knows the cluster's
/// newest revision can wait for it. (etcd can be asked for its progress too, but before 3.4.25 and 3.5.8 it answers ahead of
/// changes that it has not sent yet.)
/// </summary>
internal sealed class EtcdFeed : IAsyncDisposable
{
    private readonly EtcdConnection _connection;
    private readonly EtcdReader _reader;
    private readonly Broadcaster _broadcaster;
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _loop;
    private long _revision;
    private long _compacted;
    private volatile string? _fault;

    /// <summary>Begins to follow.</summary>
    /// <param name="connection">The cluster.</param>
    /// <param name="reader">Reads the newest revision where changes were missed.</param>
    /// <param name="broadcaster">Whom to tell.</param>
    /// <param name="revision">The revision that is known already.</param>
    public EtcdFeed(EtcdConnection connection, EtcdReader reader, Broadcaster broadcaster, long revision)
    {
        _connection = connection;
        _reader = reader;
        _broadcaster = broadcaster;
        _revision = revision;
        _loop = Task.Run(RunAsync);
    }

    /// <summary>Ends when the stream runs for the first time: from then on no change is missed.</summary>
    public Task Started => _started.Task;

    /// <summary>The newest revision that is known to this process.</summary>
    public long Revision => Interlocked.Read(ref _revision);

    /// <summary>Why the stream stands still; null while it runs.</summary>
    public string? Fault => _fault;

    /// <summary>The newest compaction that is known to this process.</summary>
    public long CompactedRevision => Interlocked.Read(ref _compacted);

    /// <summary>Takes note of a revision that etcd gave.</summary>
    /// <param name="revision">The revision.</param>
    public void Saw(long revision) => Raise(ref _revision, revision);

    /// <summary>Takes note of a compaction.</summary>
    /// <param name="revision">Its revision.</param>
    public void SawCompacted(long revision) => Raise(ref _compacted, revision);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        _broadcaster.Close();
        _stop.Dispose();
    }

    private static void Raise(ref long number, long to)
    {
        for (var seen = Interlocked.Read(ref number); seen < to;)
        {
            var before = Interlocked.CompareExchange(ref number, to, seen);
            if (before == seen)
            {
                return;
            }

            seen = before;
        }
    }

    private async Task RunAsync()
    {
        var told = Revision;
        for (var failures = 0; !_stop.IsCancellationRequested;)
        {
            var member = _connection.Member;
            var before = told;
            try
            {
                await foreach (var revision in FollowAsync(member, told))
                {
                    told = revision;
                }

                told = await _reader.NewestAsync(_stop.Token);
                Saw(told);
                _broadcaster.Restart(told);
                failures = 0;
            }
            catch (Exception) when (_stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // Whatever broke the stream: watches wait for it, so it is taken up again from the last revision told.
                _fault = e is RpcException fault ? EtcdFault.Text(fault) : e.Message;
                _connection.Leave(member);
                failures = told > before ? 1 : failures + 1;
            }

            if (failures > 0)
            {
                await PauseAsync(failures);
            }
        }
    }

    private async Task PauseAsync(int failures)
    {
        try
        {
            await _connection.PauseAsync(failures, _stop.Token);
        }
        catch (OperationCanceledException)
        {
            // The store is closed.
        }
    }

    /// <summary>Hands changes on until the stream breaks, or until it turns out that some are compacted.</summary>
    private async IAsyncEnumerable<long> FollowAsync(int member, long known)
    {
        // Where changes may have been missed, from what is known already: so a compaction of exactly the next one is noticed.
        var from = _started.Task.IsCompleted ? Math.Max(1, known) : known + 1;
        using var call = await _connection.FollowAsync(member, from, _stop.Token);
        while (await call.ResponseStream.MoveNext(_stop.Token))
        {
            var response = call.ResponseStream.Current;
            if (response.Canceled)
            {
                if (response.CompactRevision > 0)
                {
                    SawCompacted(response.CompactRevision);
                    yield break;
                }

                throw new RpcException(new Status(StatusCode.Unavailable, response.CancelReason));
            }

            _fault = null;
            _started.TrySetResult();
            if (Tell(response, known) is var revision && revision > known)
            {
                known = revision;
                yield return revision;
            }
        }

        throw new RpcException(new Status(StatusCode.Unavailable, "the stream of changes ended"));
    }

    private long Tell(WatchResponse response, long known)
    {
        var changes = new List<StoreEvent>(response.Events.Count);
        var newest = known;
        foreach (var change in response.Events)
        {
            if (change.Kv.ModRevision <= known)
            {
                continue;
            }

            newest = change.Kv.ModRevision;
            if (_reader.Change(change, "") is { } ours)
            {
                changes.Add(ours);
            }
        }

        if (newest == known)
        {
            return known;
        }

        if (changes.Count == 0 || changes[^1].Revision < newest)
        {
            changes.Add(new StoreEvent(StoreEventKind.Progress, "", newest, default, 0));
        }

        // Before anybody is told: what a watch tells of is durable and known.
        Saw(newest);
        _broadcaster.Publish(changes);
        return newest;
    }
}
