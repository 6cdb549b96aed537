using Microsoft.Data.Sqlite;

namespace Slipway.Store.Sqlite;

/// <summary>Writes rows of a store's file; used by one owner at a time.</summary>
internal sealed class SqliteWriter : IDisposable
{
    private const int ChangesInOneSweep = 512;

    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _begin;
    private readonly SqliteCommand _commit;
    private readonly SqliteCommand _insert;
    private readonly SqliteCommand _changed;
    private readonly SqliteCommand _forgetReplaced;
    private readonly SqliteCommand _forgetDeletion;
    private readonly SqliteCommand _line;

    /// <summary>Prepares the statements.</summary>
    /// <param name="connection">The connection; owned.</param>
    public SqliteWriter(SqliteConnection connection)
    {
        _connection = connection;
        _begin = Prepare("BEGIN IMMEDIATE", 0);
        _commit = Prepare("COMMIT", 0);
        _insert = Prepare("INSERT INTO kv (revision, key, created, version, checksum, value) VALUES ($1, $2, $3, $4, $5, $6)", 6);
        _changed = Prepare($"SELECT revision, key, version FROM kv WHERE revision > $1 AND revision <= $2 ORDER BY revision LIMIT {ChangesInOneSweep}", 2);
        _forgetReplaced = Prepare("DELETE FROM kv WHERE key = $1 AND revision < $2", 2);
        _forgetDeletion = Prepare("DELETE FROM kv WHERE revision = $1", 1);
        _line = Prepare("UPDATE line SET revision = $1, compacted = $2, swept = $3, checksum = $4", 4);
    }

    /// <summary>Begins a transaction.</summary>
    public void Begin() => _begin.ExecuteNonQuery();

    /// <summary>Ends the transaction: all of it is durable when this returns.</summary>
    public void Commit() => _commit.ExecuteNonQuery();

    /// <summary>Gives the transaction up; nothing of it stays.</summary>
    public void Rollback()
    {
        // After some failures SQLite has done so already.
        if (SQLitePCL.raw.sqlite3_get_autocommit(_connection.Handle) == 0)
        {
            SqliteFile.Run(_connection, "ROLLBACK");
        }
    }

    /// <summary>Adds a row.</summary>
    /// <param name="row">The row without its value.</param>
    /// <param name="value">The value; null for a deletion.</param>
    public void Insert(StoredValue row, ReadOnlyMemory<byte>? value)
    {
        _insert.Parameters[0].Value = row.ModRevision;
        _insert.Parameters[1].Value = row.Key;
        _insert.Parameters[2].Value = row.CreateRevision;
        _insert.Parameters[3].Value = row.Version;
        _insert.Parameters[4].Value = (long)Checksum.Of(row, value is { } bytes ? bytes.Span : default);
        _insert.Parameters[5].Value = value is { } blob ? Bytes(blob) : DBNull.Value;
        _insert.ExecuteNonQuery();
        _insert.Parameters[5].Value = DBNull.Value;
    }

    /// <summary>
    /// Forgets, within a transaction, some of what was replaced or deleted. Goes from old to new, so that a deletion goes after
    /// what it deleted; remembers how far it came, so that it can go on after a crash.
    /// </summary>
    /// <param name="line">Where the file is to stand, and how far it is swept.</param>
    /// <returns>How far it is swept now; all is done where that is <see cref="Line.Compacted"/>.</returns>
    public long Sweep(Line line)
    {
        var changes = new List<(long Revision, string Key, bool Deletes)>();
        _changed.Parameters[0].Value = line.Swept;
        _changed.Parameters[1].Value = line.Compacted;
        using (var rows = _changed.ExecuteReader())
        {
            while (rows.Read())
            {
                changes.Add((rows.GetInt64(0), rows.GetString(1), rows.GetInt64(2) == 0));
            }
        }

        foreach (var change in changes)
        {
            _forgetReplaced.Parameters[0].Value = change.Key;
            _forgetReplaced.Parameters[1].Value = change.Revision;
            _forgetReplaced.ExecuteNonQuery();
            if (change.Deletes)
            {
                _forgetDeletion.Parameters[0].Value = change.Revision;
                _forgetDeletion.ExecuteNonQuery();
            }
        }

        var after = line with { Swept = changes.Count < ChangesInOneSweep ? line.Compacted : changes[^1].Revision };
        _line.Parameters[0].Value = after.Revision;
        _line.Parameters[1].Value = after.Compacted;
        _line.Parameters[2].Value = after.Swept;
        _line.Parameters[3].Value = after.Checksum;
        _line.ExecuteNonQuery();
        return after.Swept;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var command in (SqliteCommand[])[_begin, _commit, _insert, _changed, _forgetReplaced, _forgetDeletion, _line])
        {
            command.Dispose();
        }

        _connection.Dispose();
    }

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

    private static byte[] Bytes(ReadOnlyMemory<byte> value) =>
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(value, out var segment)
            && segment.Offset == 0 && segment.Count == segment.Array!.Length
            ? segment.Array
            : value.ToArray();
}
