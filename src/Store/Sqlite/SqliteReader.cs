using System.Data;
using Microsoft.Data.Sqlite;

namespace Slipway.Store.Sqlite;

/// <summary>Reads values of a store's file over a connection of its own; one read at a time.</summary>
internal sealed class SqliteReader : IAsyncDisposable
{
    private const string Columns = "revision, key, created, version, checksum, value";

    private readonly string _path;
    private readonly SqliteConnection _connection;
    private readonly SemaphoreSlim _turn = new(1);
    private readonly SqliteCommand _one;
    private readonly SqliteCommand _from;
    private readonly SqliteCommand _after;
    private readonly SqliteCommand _changes;
    private bool _closed;

    /// <summary>Prepares the statements.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="connection">The connection; owned.</param>
    public SqliteReader(string path, SqliteConnection connection)
    {
        _path = path;
        _connection = connection;
        _one = Prepare($"SELECT {Columns} FROM kv WHERE revision = $1", 1);
        _from = Prepare(Keys(">="), 3);
        _after = Prepare(Keys(">"), 3);
        _changes = Prepare($"SELECT {Columns} FROM kv WHERE revision > $1 AND revision <= $2 AND key >= $3 AND key < $4 ORDER BY revision LIMIT $5", 5);
    }

    /// <summary>Reads the value of one revision.</summary>
    /// <param name="revision">The revision.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async ValueTask<StoredValue?> AtAsync(long revision, CancellationToken cancellation)
    {
        using var turn = await TurnAsync(cancellation);
        return Named(() => At(revision));
    }

    /// <summary>Reads a range at a revision.</summary>
    /// <param name="request">Which values.</param>
    /// <param name="revision">The revision, known and not compacted.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The values, and how many follow beyond the limit.</returns>
    public async ValueTask<(List<StoredValue> Values, long Remaining)> RangeAsync(RangeRequest request, long revision, CancellationToken cancellation)
    {
        using var turn = await TurnAsync(cancellation);
        return Named(() => Range(request, revision));
    }

    /// <summary>Reads the first changes after one revision up to another.</summary>
    /// <param name="prefix">The prefix.</param>
    /// <param name="span">The revision that is known, and the last one wanted.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async ValueTask<IReadOnlyList<StoreEvent>> ChangesAsync(string prefix, (long After, long To) span, int limit, CancellationToken cancellation)
    {
        using var turn = await TurnAsync(cancellation);
        return Named(() => Changes(prefix, span, limit));
    }

    /// <summary>Reads which keys there are, with everything but their values.</summary>
    public Dictionary<string, StoredValue> Index() => Named(() =>
    {
        using var command = Prepare("SELECT key, max(revision), created, version FROM kv GROUP BY key", 0);
        var index = new Dictionary<string, StoredValue>(StringComparer.Ordinal);
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            if (rows.GetInt64(3) > 0)
            {
                var key = rows.GetString(0);
                index[key] = new StoredValue(key, default, rows.GetInt64(2), rows.GetInt64(1), rows.GetInt64(3));
            }
        }

        return index;
    });

    /// <summary>Closes the connection after the read that runs; later reads fail.</summary>
    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync(CancellationToken.None);
        _closed = true;
        foreach (var command in (SqliteCommand[])[_one, _from, _after, _changes])
        {
            command.Dispose();
        }

        _connection.Dispose();
        _turn.Release();
    }

    private static string Keys(string bound) =>
        $"SELECT max(revision), version FROM kv WHERE key {bound} $1 AND key < $2 AND revision <= $3 GROUP BY key ORDER BY key";

    private static void Bind(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var at = 0; at < values.Length; at++)
        {
            command.Parameters[at].Value = values[at];
        }
    }

    private StoredValue? At(long revision)
    {
        Bind(_one, revision);
        using var rows = _one.ExecuteReader(CommandBehavior.SingleRow);
        return rows.Read() && !rows.IsDBNull(5) ? Value(rows) : null;
    }

    private (List<StoredValue> Values, long Remaining) Range(RangeRequest request, long revision)
    {
        var beyond = string.CompareOrdinal(request.After, request.Prefix) > 0 || (request.After.Length > 0 && request.After == request.Prefix);
        var keys = beyond ? _after : _from;
        Bind(keys, beyond ? request.After : request.Prefix, End(request.Prefix), revision);
        var values = new List<StoredValue>();
        var remaining = 0L;

        // While these rows are read, the values come from the same snapshot of the file.
        using var rows = keys.ExecuteReader();
        while (rows.Read())
        {
            if (rows.GetInt64(1) == 0)
            {
                continue;
            }

            if (request.Limit > 0 && values.Count == request.Limit)
            {
                remaining++;
            }
            else
            {
                values.Add(At(rows.GetInt64(0)) ?? throw Damaged($"revision {rows.GetInt64(0)} has no value"));
            }
        }

        return (values, remaining);
    }

    private IReadOnlyList<StoreEvent> Changes(string prefix, (long After, long To) span, int limit)
    {
        Bind(_changes, span.After, span.To, prefix, End(prefix), limit);
        var changes = new List<StoreEvent>();
        using var rows = _changes.ExecuteReader();
        while (rows.Read())
        {
            var row = Value(rows);
            changes.Add(new StoreEvent(row.Version == 0 ? StoreEventKind.Delete : StoreEventKind.Put, row.Key, row.ModRevision, row.Value, row.CreateRevision));
        }

        return changes;
    }

    private static string End(string prefix) => prefix + "\U0010FFFF";

    private StoredValue Value(SqliteDataReader row)
    {
        var value = row.IsDBNull(5) ? [] : row.GetFieldValue<byte[]>(5);
        var stored = new StoredValue(row.GetString(1), value, row.GetInt64(2), row.GetInt64(0), row.GetInt64(3));
        return Checksum.Of(stored, value) == (uint)row.GetInt64(4)
            ? stored
            : throw Damaged($"the value of {stored.Key} at revision {stored.ModRevision} is not the one that was written");
    }

    private T Named<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (SqliteException e)
        {
            throw Damaged(e.Message, e);
        }
    }

    private StoreCorruptException Damaged(string what, Exception? inner = null) =>
        new($"The store {_path} cannot be read: {what}. Put a copy of the file aside, then restore a backup.", inner);

    private SqliteCommand Prepare(string sql, int parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        for (var at = 1; at <= parameters; at++)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = "$" + (char)('0' + at) });
        }

        return command;
    }

    private async ValueTask<Turn> TurnAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        var turn = new Turn(_turn);
        if (_closed)
        {
            turn.Dispose();
            throw new ObjectDisposedException(nameof(IStore), $"The store {_path} is closed.");
        }

        return turn;
    }

    private readonly struct Turn(SemaphoreSlim semaphore) : IDisposable
    {
        public void Dispose() => semaphore.Release();
    }
}
