using Microsoft.Data.Sqlite;

namespace Slipway.Store.Sqlite;

/// <summary>Reads values of a store's file over a connection of its own; one read at a time.</summary>
/// <param name="path">The file, for messages.</param>
/// <param name="connection">The connection; owned.</param>
internal sealed class SqliteReader(string path, SqliteConnection connection) : IDisposable
{
    private const string Columns = "key, revision, created, version, checksum, value";
    private const string Newest = "revision IN (SELECT max(revision) FROM kv WHERE key > $after AND key >= $from AND key < $to AND revision <= $revision GROUP BY key) AND value IS NOT NULL";
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Reads the value of one revision.</summary>
    /// <param name="revision">The revision.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async ValueTask<StoredValue?> AtAsync(long revision, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            using var command = Command($"SELECT {Columns} FROM kv WHERE revision = $revision");
            command.Parameters.AddWithValue("$revision", revision);
            using var rows = command.ExecuteReader();
            return rows.Read() ? Value(rows) : null;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Reads a range at a revision.</summary>
    /// <param name="request">Which values.</param>
    /// <param name="revision">The revision, known and not compacted.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The values, and how many follow beyond the limit.</returns>
    public async ValueTask<(List<StoredValue> Values, long Remaining)> RangeAsync(RangeRequest request, long revision, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            using var command = Command($"SELECT {Columns} FROM kv WHERE {Newest} ORDER BY key LIMIT $limit");
            Bounds(command, request.Prefix, request.After, revision);
            command.Parameters.AddWithValue("$limit", request.Limit > 0 ? request.Limit : -1);
            var values = new List<StoredValue>();
            using (var rows = command.ExecuteReader())
            {
                while (rows.Read())
                {
                    values.Add(Value(rows));
                }
            }

            return (values, request.Limit > 0 && values.Count == request.Limit ? Count(request.Prefix, values[^1].Key, revision) : 0);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Reads the changes after one revision up to another.</summary>
    /// <param name="prefix">The prefix.</param>
    /// <param name="after">The revision that is known.</param>
    /// <param name="to">The last revision wanted.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async ValueTask<IReadOnlyList<StoreEvent>> ChangesAsync(string prefix, long after, long to, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            using var command = Command($"SELECT {Columns} FROM kv WHERE revision > $low AND revision <= $revision AND key >= $from AND key < $to ORDER BY revision");
            Bounds(command, prefix, "", to);
            command.Parameters.AddWithValue("$low", after);
            var changes = new List<StoreEvent>();
            using var rows = command.ExecuteReader();
            while (rows.Read())
            {
                changes.Add(rows.IsDBNull(5)
                    ? new StoreEvent(StoreEventKind.Delete, rows.GetString(0), rows.GetInt64(1), default, rows.GetInt64(2))
                    : Event(Value(rows)));
            }

            return changes;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Reads which keys there are, with everything but their values.</summary>
    public Dictionary<string, StoredValue> Index()
    {
        using var command = Command("SELECT key, max(revision), created, version, value IS NULL FROM kv GROUP BY key");
        var index = new Dictionary<string, StoredValue>(StringComparer.Ordinal);
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            if (rows.GetInt64(4) == 0)
            {
                var key = rows.GetString(0);
                index[key] = new StoredValue(key, default, rows.GetInt64(2), rows.GetInt64(1), rows.GetInt64(3));
            }
        }

        return index;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        connection.Dispose();
        _turn.Dispose();
    }

    private long Count(string prefix, string after, long revision)
    {
        using var command = Command($"SELECT count(*) FROM kv WHERE {Newest}");
        Bounds(command, prefix, after, revision);
        return (long)command.ExecuteScalar()!;
    }

    private static void Bounds(SqliteCommand command, string prefix, string after, long revision)
    {
        command.Parameters.AddWithValue("$from", prefix);
        command.Parameters.AddWithValue("$to", prefix + "\U0010FFFF");
        command.Parameters.AddWithValue("$after", after);
        command.Parameters.AddWithValue("$revision", revision);
    }

    private static StoreEvent Event(StoredValue value) =>
        new(StoreEventKind.Put, value.Key, value.ModRevision, value.Value, value.CreateRevision);

    private SqliteCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    private StoredValue Value(SqliteDataReader row)
    {
        var value = new StoredValue(row.GetString(0), row.GetFieldValue<byte[]>(5), row.GetInt64(2), row.GetInt64(1), row.GetInt64(3));
        return Checksum.Of(value.Key, value.ModRevision, value.Value.Span) == (uint)row.GetInt64(4)
            ? value
            : throw new StoreCorruptException(
                $"The store {path} is damaged: the value of {value.Key} at revision {value.ModRevision} is not the one that was written. Restore a backup.");
    }
}
