using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Slipway.Store.Memory;
using Slipway.Store.Watching;

namespace Slipway.Store.Sqlite;

/// <summary>
/// The contract in a SQLite file. One loop takes the writes that wait, puts them into one transaction and answers them after
/// its commit: many writers share one sync. Keys and revisions are held in memory, values are not.
/// </summary>
internal sealed class SqliteStore : IStore
{
    private const int WritesInOneCommit = 512;

    private readonly Channel<Pending> _writes = Channel.CreateBounded<Pending>(
        new BoundedChannelOptions(4 * WritesInOneCommit) { SingleReader = true });

    private readonly FileClaim _claim;
    private readonly SqliteWriter _writer;
    private readonly SqliteReader _reader;
    private readonly Broadcaster _broadcaster;
    private readonly Lock _indexLock = new();
    private readonly Dictionary<string, StoredValue> _index;
    private readonly Task _loop;
    private long _revision;
    private long _compacted;

    private SqliteStore(FileClaim claim, SqliteWriter writer, SqliteReader reader, (long Revision, long Compacted) line)
    {
        _claim = claim;
        _writer = writer;
        _reader = reader;
        _index = reader.Index();
        _revision = line.Revision;
        _compacted = line.Compacted;
        _broadcaster = new Broadcaster(_revision);
        _loop = Task.Run(WriteLoopAsync);
    }

    /// <inheritdoc/>
    public long Revision => Volatile.Read(ref _revision);

    /// <inheritdoc/>
    public long CompactedRevision => Volatile.Read(ref _compacted);

    /// <summary>Opens or makes a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="sync">When a commit is durable.</param>
    /// <param name="cancellation">Ends the opening.</param>
    /// <exception cref="StoreOpenException">Another process has the file, or it is damaged.</exception>
    public static async ValueTask<IStore> OpenAsync(string path, SqliteSync sync, CancellationToken cancellation)
    {
        var full = Path.GetFullPath(path);
        return await Task.Run(() => Open(full, sync), cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask<WriteOutcome> WriteAsync(WriteRequest request, CancellationToken cancellation)
    {
        var pending = new Pending(request, new TaskCompletionSource<WriteOutcome>(TaskCreationOptions.RunContinuationsAsynchronously));
        try
        {
            await _writes.Writer.WriteAsync(pending, cancellation);
        }
        catch (ChannelClosedException)
        {
            return WriteOutcome.Unavailable("The store is closed.");
        }

        var outcome = await pending.Answer.Task.WaitAsync(cancellation);
        return outcome.Current is { } current
            ? outcome with { Current = await _reader.AtAsync(current.ModRevision, cancellation) ?? current }
            : outcome;
    }

    /// <inheritdoc/>
    public async ValueTask<StoredValue?> GetAsync(string key, CancellationToken cancellation)
    {
        while (true)
        {
            if (Entry(key) is not { } entry)
            {
                return null;
            }

            // Null where a compaction came between the two lines: then there is a newer value.
            if (await _reader.AtAsync(entry.ModRevision, cancellation) is { } value)
            {
                return value;
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask<RangeOutcome> RangeAsync(RangeRequest request, CancellationToken cancellation)
    {
        var newest = Revision;
        var revision = request.Revision == 0 ? newest : request.Revision;
        if (revision > newest)
        {
            return RangeOutcome.Refused(RangeResult.Future, newest);
        }

        var (values, remaining) = await _reader.RangeAsync(request, revision, cancellation);

        // Asked after the read, because a compaction may have come between.
        return revision < CompactedRevision
            ? RangeOutcome.Refused(RangeResult.Compacted, newest)
            : new RangeOutcome(RangeResult.Found, values, revision, remaining);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<StoreEvent> WatchAsync(string prefix, long afterRevision, CancellationToken cancellation) =>
        Follower.WatchAsync(_broadcaster, prefix, afterRevision, (after, to, token) => PastAsync(prefix, after, to, token), cancellation);

    /// <inheritdoc/>
    public async ValueTask CompactAsync(long revision, CancellationToken cancellation)
    {
        var pending = new Pending(default, new TaskCompletionSource<WriteOutcome>(TaskCreationOptions.RunContinuationsAsynchronously)) { CompactTo = revision };
        try
        {
            await _writes.Writer.WriteAsync(pending, cancellation);
        }
        catch (ChannelClosedException)
        {
            return;
        }

        await pending.Answer.Task.WaitAsync(cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_writes.Writer.TryComplete())
        {
            await _loop;
            _broadcaster.Close();
            _reader.Dispose();
            _writer.Dispose();
            _claim.Dispose();
        }
    }

    private static SqliteStore Open(string path, SqliteSync sync)
    {
        var claim = FileClaim.Take(path);
        try
        {
            var connection = SqliteFile.Open(path, sync);
            var line = (
                (long)SqliteFile.Scalar(connection, "SELECT max(line.revision, coalesce((SELECT max(revision) FROM kv), 0)) FROM line")!,
                (long)SqliteFile.Scalar(connection, "SELECT compacted FROM line")!);
            return new SqliteStore(claim, new SqliteWriter(connection), new SqliteReader(path, SqliteFile.Connect(path)), line);
        }
        catch
        {
            claim.Dispose();
            throw;
        }
    }

    private StoredValue? Entry(string key)
    {
        lock (_indexLock)
        {
            return _index.GetValueOrDefault(key);
        }
    }

    private async ValueTask<IReadOnlyList<StoreEvent>?> PastAsync(string prefix, long after, long to, CancellationToken cancellation)
    {
        var changes = await _reader.ChangesAsync(prefix, after, to, cancellation);
        return after < CompactedRevision ? null : changes;
    }

    private async Task WriteLoopAsync()
    {
        var batch = new List<Pending>(WritesInOneCommit);
        while (await _writes.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < WritesInOneCommit && _writes.Reader.TryPeek(out var next) && (next.CompactTo is null || batch.Count == 0))
            {
                batch.Add(next);
                _writes.Reader.TryRead(out _);
                if (next.CompactTo is not null)
                {
                    break;
                }
            }

            if (batch[0].CompactTo is { } revision)
            {
                Compact(batch[0], revision);
            }
            else
            {
                CommitAll(batch);
            }
        }
    }

    private void CommitAll(List<Pending> batch)
    {
        var commit = new Commit(_revision, Entry);
        try
        {
            _writer.Begin();
            try
            {
                batch.ForEach(p => commit.Stage(p, _writer));
                _writer.Commit();
            }
            catch
            {
                _writer.Rollback();
                throw;
            }
        }
        catch (SqliteException e)
        {
            batch.ForEach(p => p.Answer.SetResult(WriteOutcome.Unavailable($"The store's file cannot be written: {e.Message}")));
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

    private void Compact(Pending pending, long revision)
    {
        revision = Math.Min(revision, _revision);
        try
        {
            if (revision > _compacted)
            {
                Volatile.Write(ref _compacted, revision);
                _writer.Compact(revision, _revision);
            }

            pending.Answer.SetResult(default);
        }
        catch (SqliteException e)
        {
            pending.Answer.SetException(new StoreCorruptException($"The store could not be compacted: {e.Message}", e));
        }
    }

    /// <summary>A write that waits for its answer.</summary>
    internal sealed record Pending(WriteRequest Request, TaskCompletionSource<WriteOutcome> Answer)
    {
        /// <summary>Not a write but the wish to compact up to here.</summary>
        public long? CompactTo { get; init; }
    }

    /// <summary>The writes of one transaction: each is judged by what those before it leave.</summary>
    private sealed class Commit(long revision, Func<string, StoredValue?> stored)
    {
        private readonly Dictionary<string, StoredValue?> _staged = new(StringComparer.Ordinal);
        private readonly List<(Pending Pending, WriteOutcome Outcome)> _answers = [];

        public long Revision { get; private set; } = revision;

        public List<StoreEvent> Events { get; } = [];

        public void Stage(Pending pending, SqliteWriter writer)
        {
            var request = pending.Request;
            var current = _staged.TryGetValue(request.Key, out var staged) ? staged : stored(request.Key);
            if (MemoryStore.Refusal(request, current) is { } refusal)
            {
                _answers.Add((pending, refusal));
                return;
            }

            Revision++;
            var row = new StoredValue(request.Key, default, current?.CreateRevision ?? Revision, Revision, (current?.Version ?? 0) + 1);
            writer.Insert(row, request.Value);
            _staged[request.Key] = request.Value is null ? null : row;
            Events.Add(new StoreEvent(
                request.Value is null ? StoreEventKind.Delete : StoreEventKind.Put, row.Key, Revision, request.Value ?? default, row.CreateRevision));
            _answers.Add((pending, WriteOutcome.Committed(Revision)));
        }

        public void Publish(Dictionary<string, StoredValue> index)
        {
            foreach (var (key, entry) in _staged)
            {
                if (entry is null)
                {
                    index.Remove(key);
                }
                else
                {
                    index[key] = entry;
                }
            }
        }

        public void Answer() => _answers.ForEach(a => a.Pending.Answer.SetResult(a.Outcome));
    }
}
