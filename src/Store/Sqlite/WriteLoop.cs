using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Slipway.Store.Watching;

namespace Slipway.Store.Sqlite;

/// <summary>
/// Takes the writes that wait, puts them into one transaction and answers them after its commit: many writers share one sync.
/// Between transactions it compacts in small steps, so that no writer waits long. Holds which keys there are.
/// </summary>
internal sealed class WriteLoop : IAsyncDisposable
{
    private const int WritesInOneCommit = 512;
    private const int DiskFailed = 10;

    private readonly Channel<PendingWrite> _waiting = Channel.CreateBounded<PendingWrite>(
        new BoundedChannelOptions(4 * WritesInOneCommit) { SingleReader = true });

    private readonly List<PendingWrite> _batch = new(WritesInOneCommit);
    private readonly List<PendingWrite> _compactions = [];
    private readonly Lock _indexLock = new();
    private readonly Dictionary<string, StoredValue> _index;
    private readonly SqliteWriter _writer;
    private readonly Broadcaster _broadcaster;
    private readonly Task _loop;
    private string _closed = "The store is closed.";
    private long _revision;
    private long _compacted;
    private long _swept;

    /// <summary>Begins to take writes.</summary>
    /// <param name="writer">Where they go; owned.</param>
    /// <param name="index">Which keys there are.</param>
    /// <param name="line">Where the file stands.</param>
    /// <param name="broadcaster">Whom to tell of changes.</param>
    public WriteLoop(SqliteWriter writer, Dictionary<string, StoredValue> index, Line line, Broadcaster broadcaster)
    {
        _writer = writer;
        _index = index;
        (_revision, _compacted, _swept) = line;
        _broadcaster = broadcaster;
        _loop = Task.Run(RunAsync);
    }

    /// <summary>The newest durable revision.</summary>
    public long Revision => Volatile.Read(ref _revision);

    /// <summary>From where on there is history.</summary>
    public long CompactedRevision => Volatile.Read(ref _compacted);

    /// <summary>What is stored under a key, without its value.</summary>
    /// <param name="key">The key.</param>
    public StoredValue? Entry(string key)
    {
        lock (_indexLock)
        {
            return _index.GetValueOrDefault(key);
        }
    }

    /// <summary>Waits for a write's turn, and for its commit.</summary>
    /// <param name="write">The write, or the wish to compact.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The outcome; what is stored instead comes without its value.</returns>
    public async ValueTask<WriteOutcome> EnqueueAsync(PendingWrite write, CancellationToken cancellation)
    {
        try
        {
            await _waiting.Writer.WriteAsync(write, cancellation);
        }
        catch (ChannelClosedException)
        {
            return WriteOutcome.Unavailable(Volatile.Read(ref _closed));
        }

        return await write.Task.WaitAsync(cancellation);
    }

    /// <summary>Writes what waits already, then closes.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _loop;
        _writer.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            while (_compactions.Count > 0 ? !_waiting.Reader.Completion.IsCompleted : await _waiting.Reader.WaitToReadAsync())
            {
                Take();
                if (_batch.Count > 0)
                {
                    CommitAll();
                }

                if (_compactions.Count > 0)
                {
                    CompactSome();
                }
            }
        }
        catch (Exception e)
        {
            // The loop is the only one to write: were it gone in silence, every writer would wait for ever.
            Volatile.Write(ref _closed, $"The store stopped writing: {e.Message} Start anew when the cause is gone.");
        }

        _waiting.Writer.TryComplete();
        _batch.ForEach(w => w.TrySetResult(WriteOutcome.Unavailable(_closed)));
        _compactions.ForEach(w => w.TrySetResult(default));
        while (_waiting.Reader.TryRead(out var write))
        {
            write.TrySetResult(WriteOutcome.Unavailable(_closed));
        }
    }

    private void Take()
    {
        _batch.Clear();
        while (_batch.Count < WritesInOneCommit && _waiting.Reader.TryRead(out var next))
        {
            (next.CompactTo is null ? _batch : _compactions).Add(next);
        }
    }

    private void CommitAll()
    {
        var commit = new Commit(_revision, Entry);
        try
        {
            InTransaction(() => _batch.ForEach(w => commit.Stage(w, _writer)));
        }
        catch (SqliteException e) when (e.SqliteErrorCode != DiskFailed)
        {
            // For example a full disk: the next write may find room. A sync that failed is another thing: nobody knows then
            // what the disk holds, and trying again can pretend success.
            _batch.ForEach(w => w.TrySetResult(WriteOutcome.Unavailable($"The store's file cannot be written: {e.Message}")));
            return;
        }

        if (commit.Events.Count > 0)
        {
            lock (_indexLock)
            {
                commit.Publish(_index);
            }

            Volatile.Write(ref _revision, commit.Revision);
            _broadcaster.Publish(commit.Events);
        }

        commit.Answer();
    }

    private void CompactSome()
    {
        var before = _compacted;
        var to = Math.Max(before, Math.Min(_revision, _compactions.Max(c => c.CompactTo!.Value)));
        try
        {
            // Before rows go: who reads meanwhile must find out that what was read is not whole.
            Volatile.Write(ref _compacted, to);
            var swept = _swept;
            InTransaction(() => swept = _writer.Sweep(new Line(_revision, to, _swept)));
            _swept = swept;
            if (swept < to)
            {
                return;
            }
        }
        catch (SqliteException e) when (e.SqliteErrorCode != DiskFailed)
        {
            // Nothing was forgotten, which harms nobody; who compacts sees it in CompactedRevision and comes again.
            Volatile.Write(ref _compacted, before);
        }

        _compactions.ForEach(c => c.TrySetResult(default));
        _compactions.Clear();
    }

    private void InTransaction(Action write)
    {
        _writer.Begin();
        try
        {
            write();
            _writer.Commit();
        }
        catch
        {
            _writer.Rollback();
            throw;
        }
    }
}
