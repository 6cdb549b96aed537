using Microsoft.Data.Sqlite;

namespace Slipway.Store.Sqlite;

/// <summary>The database file: its tables, its settings and its health.</summary>
internal static class SqliteFile
{
    /// <summary>The version of the tables.</summary>
    public const long SchemaVersion = 2;

    // "Slip" in ASCII: tells our files from other SQLite databases.
    private const long ApplicationId = 0x536C6970;

    // A few tenths of a second to check, index against table included. Larger files rest on the row checksums and on the
    // check of the log alone.
    private const long LargestChecked = 64L << 20;

    private const int Corrupt = 11;
    private const int NotADatabase = 26;

    /// <summary>Opens a connection to a claimed file; makes the tables where the file is new, checks it where it is not.</summary>
    /// <param name="path">The file.</param>
    /// <param name="sync">When a commit is durable.</param>
    /// <exception cref="StoreOpenException">The file is damaged, not ours, or of another version.</exception>
    public static SqliteConnection Open(string path, SqliteSync sync)
    {
        SqliteConnection? connection = null;
        try
        {
            if (LogCheck.FindDamage(path + "-wal") is { } torn)
            {
                throw Damaged(path, torn, null);
            }

            Touch(path);
            connection = Connect(path, sync);
            if (IsNew(path, connection))
            {
                MakeTables(connection);
            }
            else if (new FileInfo(path).Length <= LargestChecked && Scalar(connection, "PRAGMA integrity_check(1)") is not "ok" and var fault)
            {
                throw Damaged(path, $"{fault}", null);
            }

            return connection;
        }
        catch (Exception e) when (e is SqliteException or UnauthorizedAccessException or (IOException and not StoreOpenException))
        {
            connection?.Dispose();
            throw e is SqliteException { SqliteErrorCode: Corrupt or NotADatabase }
                ? Damaged(path, e.Message, e)
                : new StoreOpenException($"The store {path} cannot be opened: {e.Message}", e);
        }
        catch
        {
            connection?.Dispose();
            throw;
        }
    }

    /// <summary>Opens a further connection to a file that is open already.</summary>
    /// <param name="path">The file.</param>
    /// <param name="sync">When a commit is durable.</param>
    public static SqliteConnection Connect(string path, SqliteSync sync)
    {
        // The timeout matters only where somebody writes with another tool.
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 5 }.ToString());
        try
        {
            connection.Open();

            // Before anything else, on every connection: making the tables would sync several times, and so would the one
            // that closes last and brings the log home.
            Run(connection, sync == SqliteSync.Full
                ? "PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000; PRAGMA cache_size = -2048;"
                : "PRAGMA synchronous = OFF; PRAGMA wal_autocheckpoint = 1000; PRAGMA cache_size = -256;");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Reads where an open file stands.</summary>
    /// <param name="path">The file.</param>
    /// <param name="connection">A connection to it.</param>
    /// <exception cref="StoreOpenException">The numbers are not those that were written.</exception>
    public static Line ReadLine(string path, SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT line.revision, compacted, swept, checksum, coalesce((SELECT max(revision) FROM kv), 0) FROM line";
        using var rows = command.ExecuteReader();
        if (!rows.Read())
        {
            throw Damaged(path, "the row with its newest revision is gone", null);
        }

        var line = new Line(rows.GetInt64(0), rows.GetInt64(1), rows.GetInt64(2));
        return line.Checksum == rows.GetInt64(3)
            ? line with { Revision = Math.Max(line.Revision, rows.GetInt64(4)) }
            : throw Damaged(path, "the row with its newest revision is not the one that was written", null);
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

    /// <summary>Makes an empty file unless there is one. It will hold Secrets: nobody but its owner may read it, nor its log.</summary>
    /// <param name="path">The file.</param>
    public static void Touch(string path)
    {
        if (!File.Exists(path) && !OperatingSystem.IsWindows())
        {
            new FileStream(path, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            }).Dispose();
        }
    }

    /// <summary>Whether a file is empty as yet.</summary>
    /// <param name="path">The file.</param>
    /// <param name="connection">A connection to it.</param>
    /// <exception cref="StoreOpenException">It is not ours, or of another version.</exception>
    public static bool IsNew(string path, SqliteConnection connection)
    {
        var (application, version, tables) = (
            (long)Scalar(connection, "PRAGMA application_id")!,
            (long)Scalar(connection, "PRAGMA user_version")!,
            (long)Scalar(connection, "SELECT count(*) FROM sqlite_schema")!);
        return (application, version, tables) switch
        {
            (0, 0, 0) => true,
            (ApplicationId, SchemaVersion, _) => false,
            (ApplicationId, > SchemaVersion, _) => throw new StoreOpenException(
                $"The store {path} was written by a newer Slipway (tables of version {version}, this one knows {SchemaVersion}). Use that one."),
            _ => throw new StoreOpenException(
                $"The file {path} is a SQLite database, but not a store that this Slipway can use (application {application:x}, tables of version {version}). Name another file."),
        };
    }

    // A deletion has version 0. The index covers all but the values: which keys there are is read from it alone.
    private static void MakeTables(SqliteConnection connection) => Run(connection, $"""
        PRAGMA page_size = 4096;
        PRAGMA journal_mode = WAL;
        BEGIN;
        CREATE TABLE kv (
            revision INTEGER PRIMARY KEY, key TEXT NOT NULL, created INTEGER NOT NULL,
            version INTEGER NOT NULL, checksum INTEGER NOT NULL, value BLOB);
        CREATE INDEX kv_key ON kv (key, revision, version, created);
        CREATE TABLE line (revision INTEGER NOT NULL, compacted INTEGER NOT NULL, swept INTEGER NOT NULL, checksum INTEGER NOT NULL);
        INSERT INTO line VALUES (0, 0, 0, {default(Line).Checksum});
        PRAGMA application_id = {ApplicationId};
        PRAGMA user_version = {SchemaVersion};
        COMMIT;
        """);

    private static StoreOpenException Damaged(string path, string fault, Exception? inner) => new(
        $"The store {path} is damaged: {fault}. Nothing was changed. Put a copy of the file aside, then restore a backup or start with another data directory.",
        inner);
}
