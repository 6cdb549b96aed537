using Microsoft.Data.Sqlite;

namespace Slipway.Store.Sqlite;

/// <summary>The database file: its tables, its settings and its health.</summary>
internal static class SqliteFile
{
    /// <summary>The version of the tables.</summary>
    public const long SchemaVersion = 1;

    /// <summary>Opens a connection to a claimed file; makes the tables where the file is new, checks it where it is not.</summary>
    /// <param name="path">The file.</param>
    /// <param name="sync">When a commit is durable.</param>
    /// <exception cref="StoreOpenException">The file is damaged, or of another version.</exception>
    public static SqliteConnection Open(string path, SqliteSync sync)
    {
        SqliteConnection? connection = null;
        try
        {
            connection = Connect(path);
            var version = (long)Scalar(connection, "PRAGMA user_version")!;
            if (version > SchemaVersion)
            {
                throw new StoreOpenException($"The store {path} was written by a newer Slipway (tables of version {version}, this one knows {SchemaVersion}). Use that one.");
            }

            if (version == 0)
            {
                Run(connection, $"""
                    PRAGMA page_size = 8192;
                    PRAGMA journal_mode = WAL;
                    BEGIN;
                    CREATE TABLE kv (
                        revision INTEGER PRIMARY KEY, key TEXT NOT NULL, created INTEGER NOT NULL,
                        version INTEGER NOT NULL, checksum INTEGER NOT NULL, value BLOB);
                    CREATE INDEX kv_key ON kv (key, revision);
                    CREATE TABLE line (revision INTEGER NOT NULL, compacted INTEGER NOT NULL);
                    INSERT INTO line VALUES (0, 0);
                    PRAGMA user_version = {SchemaVersion};
                    COMMIT;
                    """);
            }
            else if (Scalar(connection, "PRAGMA quick_check(1)") is not "ok" and var fault)
            {
                throw Damaged(path, $"{fault}", null);
            }

            Run(connection, $"PRAGMA synchronous = {(sync == SqliteSync.Full ? "FULL" : "OFF")}; PRAGMA wal_autocheckpoint = 4000;");
            return connection;
        }
        catch (SqliteException e)
        {
            connection?.Dispose();
            throw Damaged(path, e.Message, e);
        }
        catch
        {
            connection?.Dispose();
            throw;
        }
    }

    /// <summary>Opens a further connection to a file that is open already.</summary>
    /// <param name="path">The file.</param>
    public static SqliteConnection Connect(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    /// <summary>Runs statements without a result.</summary>
    /// <param name="connection">Where.</param>
    /// <param name="sql">Constant statements.</param>
    public static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Runs a query for one value.</summary>
    /// <param name="connection">Where.</param>
    /// <param name="sql">A constant query.</param>
    public static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private static StoreOpenException Damaged(string path, string fault, Exception? inner) => new(
        $"The store {path} is damaged: {fault}. Nothing was changed. Put a copy of the file aside, then restore a backup or start with another data directory.",
        inner);
}
