using Microsoft.Data.Sqlite;
using Slipway.Store.Watching;

namespace Slipway.Store.Sqlite;

/// <summary>The contract in a SQLite file. Keys and revisions are held in memory as well, values are not.</summary>
internal sealed class SqliteStore : IStore
{
    private readonly FileClaim _claim;
    private readonly SqliteReader _reader;
    private readonly WriteLoop _writes;
    private readonly Broadcaster _broadcaster;
    private int _closed;

    private SqliteStore(FileClaim claim, SqliteReader reader, WriteLoop writes, Broadcaster broadcaster)
    {
        _claim = claim;
        _reader = reader;
        _writes = writes;
        _broadcaster = broadcaster;
    }

    /// <inheritdoc/>
    public long Revision => _writes.Revision;

    /// <inheritdoc/>
    public long CompactedRevision => _writes.CompactedRevision;

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
    public ValueTask<long> NewestAsync(CancellationToken cancellation) => ValueTask.FromResult(Revision);

    /// <inheritdoc/>
    public async ValueTask<WriteOutcome> WriteAsync(WriteRequest request, CancellationToken cancellation)
    {
        var outcome = await _writes.EnqueueAsync(new PendingWrite(request), cancellation);
        if (outcome.Current is not { } current)
        {
            return outcome;
        }

        // Where that value is compacted already, there is a newer one, or none.
        return outcome with
        {
            Current = await _reader.AtAsync(current.ModRevision, cancellation) ?? await GetAsync(request.Key, cancellation),
        };
    }

    /// <inheritdoc/>
    public async ValueTask<StoredValue?> GetAsync(string key, CancellationToken cancellation)
    {
        while (true)
        {
            if (_writes.Entry(key) is not { } entry)
            {
                return null;
            }

            // Null where a compaction came between the two lines: then there is a newer value.
            if (await _reader.AtAsync(entry.ModRevision, cancellation) is { } value)
            {
                return value;
            }

            if (ReferenceEquals(entry, _writes.Entry(key)))
            {
                throw new StoreCorruptException($"The store has lost the value of {key} at revision {entry.ModRevision}. Restore a backup.");
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask<RangeOutcome> RangeAsync(RangeRequest request, CancellationToken cancellation)
    {
        while (true)
        {
            var newest = Revision;
            var revision = request.Revision == 0 ? newest : request.Revision;
            if (revision > newest)
            {
                return RangeOutcome.Refused(RangeResult.Future, newest);
            }

            var (values, remaining) = await _reader.RangeAsync(request, revision, cancellation);

            // Asked after the read, because a compaction may have come between.
            if (revision >= CompactedRevision)
            {
                return new RangeOutcome(RangeResult.Found, values, revision, remaining);
            }

            if (request.Revision != 0)
            {
                return RangeOutcome.Refused(RangeResult.Compacted, newest);
            }
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<StoreEvent> WatchAsync(string prefix, long afterRevision, CancellationToken cancellation) =>
        Follower.WatchAsync(_broadcaster, prefix, afterRevision, (span, limit, token) => PastAsync(prefix, span, limit, token), cancellation);

    /// <inheritdoc/>
    public async ValueTask CompactAsync(long revision, CancellationToken cancellation)
    {
        if (revision > CompactedRevision)
        {
            await _writes.EnqueueAsync(new PendingWrite(default) { CompactTo = revision }, cancellation);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _closed, 1) == 0)
        {
            await _writes.DisposeAsync();
            _broadcaster.Close();
            await _reader.DisposeAsync();
            _claim.Dispose();
        }
    }

    private static SqliteStore Open(string path, SqliteSync sync)
    {
        var claim = FileClaim.Take(path);
        SqliteConnection? first = null;
        SqliteConnection? second = null;
        try
        {
            first = SqliteFile.Open(path, sync);
            second = SqliteFile.Connect(path, sync);
            var line = SqliteFile.ReadLine(path, first);
            var reader = new SqliteReader(path, second);
            var broadcaster = new Broadcaster(line.Revision);
            return new SqliteStore(claim, reader, new WriteLoop(new SqliteWriter(first), reader.Index(), line, broadcaster), broadcaster);
        }
        catch (Exception e) when (e is SqliteException or StoreCorruptException)
        {
            Close();
            throw new StoreOpenException($"The store {path} cannot be opened: {e.Message}", e);
        }
        catch
        {
            Close();
            throw;
        }

        void Close()
        {
            second?.Dispose();
            first?.Dispose();
            claim.Dispose();
        }
    }

    private async ValueTask<IReadOnlyList<StoreEvent>?> PastAsync(string prefix, (long After, long To) span, int limit, CancellationToken cancellation)
    {
        var changes = await _reader.ChangesAsync(prefix, span, limit, cancellation);
        return span.After < CompactedRevision ? null : changes;
    }
}
