using Microsoft.Data.Sqlite;

namespace Slipway.Store.Sqlite;

/// <summary>Writes rows of a store's file; used by one owner at a time.</summary>
internal sealed class SqliteWriter : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _begin;
    private readonly SqliteCommand _commit;
    private readonly SqliteCommand _rollback;
    private readonly SqliteCommand _insert;

    /// <summary>Prepares the statements.</summary>
    /// <param name="connection">The connection; owned.</param>
    public SqliteWriter(SqliteConnection connection)
    {
        _connection = connection;
        _begin = Prepare("BEGIN IMMEDIATE");
        _commit = Prepare("COMMIT");
        _rollback = Prepare("ROLLBACK");
        _insert = Prepare("INSERT INTO kv (revision, key, created, version, checksum, value) VALUES ($1, $2, $3, $4, $5, $6)");
        for (var at = 1; at <= 6; at++)
        {
            _insert.Parameters.Add(new SqliteParameter { ParameterName = "$" + (char)('0' + at) });
        }
    }

    /// <summary>Begins a transaction.</summary>
    public void Begin() => _begin.ExecuteNonQuery();

    /// <summary>Ends the transaction: all of it is durable when this returns.</summary>
    public void Commit() => _commit.ExecuteNonQuery();

    /// <summary>Gives the transaction up; nothing of it stays.</summary>
    public void Rollback() => _rollback.ExecuteNonQuery();

    /// <summary>Adds a row.</summary>
    /// <param name="row">The row without its value.</param>
    /// <param name="value">The value; null for a deletion.</param>
    public void Insert(StoredValue row, ReadOnlyMemory<byte>? value)
    {
        _insert.Parameters[0].Value = row.ModRevision;
        _insert.Parameters[1].Value = row.Key;
        _insert.Parameters[2].Value = row.CreateRevision;
        _insert.Parameters[3].Value = row.Version;
        _insert.Parameters[4].Value = (long)Checksum.Of(row.Key, row.ModRevision, value is { } bytes ? bytes.Span : default);
        _insert.Parameters[5].Value = value is { } blob ? Bytes(blob) : DBNull.Value;
        _insert.ExecuteNonQuery();
    }

    /// <summary>Forgets what was replaced or deleted at or before a revision.</summary>
    /// <param name="revision">The revision.</param>
    /// <param name="newest">The newest revision, kept on record because its row may go.</param>
    public void Compact(long revision, long newest)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = """
            BEGIN IMMEDIATE;
            DELETE FROM kv WHERE revision <= $revision AND (value IS NULL OR EXISTS (
                SELECT 1 FROM kv AS later WHERE later.key = kv.key AND later.revision > kv.revision AND later.revision <= $revision));
            UPDATE line SET revision = max(revision, $newest), compacted = $revision;
            COMMIT;
            """;
        command.Parameters.AddWithValue("$revision", revision);
        command.Parameters.AddWithValue("$newest", newest);
        command.ExecuteNonQuery();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var command in (SqliteCommand[])[_begin, _commit, _rollback, _insert])
        {
            command.Dispose();
        }

        _connection.Dispose();
    }

    private SqliteCommand Prepare(string sql)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    private static byte[] Bytes(ReadOnlyMemory<byte> value) =>
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(value, out var segment)
            && segment.Offset == 0 && segment.Count == segment.Array!.Length
            ? segment.Array
            : value.ToArray();
}
