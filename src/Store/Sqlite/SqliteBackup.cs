using Microsoft.Data.Sqlite;

namespace Slipway.Store.Sqlite;

/// <summary>Copies of a store's file: written while its owner goes on writing, checked row by row, and put back later.</summary>
internal static class SqliteBackup
{
    /// <summary>
    /// How far a restored store's revisions lie above those of its backup: above all that were given out after it, so that no
    /// revision means two things, and a watch or a read from before the restore is told that it is too old.
    /// </summary>
    public const long Bump = 1_000_000_000;

    private const int Page = 512;

    /// <summary>Copies a store as it is at one moment. Its owner may be running.</summary>
    /// <param name="path">The store's file.</param>
    /// <param name="copy">The copy's file; there must be none.</param>
    /// <param name="cancellation">Ends the checking of the copy.</param>
    /// <exception cref="StoreOpenException">There is no such store, the copy cannot be written, or it is damaged.</exception>
    public static async Task WriteAsync(string path, string copy, CancellationToken cancellation)
    {
        if (!File.Exists(path))
        {
            throw new StoreOpenException($"There is no store {path}.");
        }

        await MakeAsync(copy, async part =>
        {
            using (var source = Open(path, SqliteOpenMode.ReadOnly))
            {
                using var target = Open(part, SqliteOpenMode.ReadWrite);
                source.BackupDatabase(target);
            }

            await CheckAsync(part, $"The copy of {path}", cancellation);
        });
    }

    /// <summary>Makes a store of a copy.</summary>
    /// <param name="copy">The copy's file.</param>
    /// <param name="path">The store's file; there must be none.</param>
    /// <param name="cancellation">Ends the checking of the copy.</param>
    /// <exception cref="StoreOpenException">There is a store, the copy is damaged, or the file cannot be written.</exception>
    public static async Task RestoreAsync(string copy, string path, CancellationToken cancellation)
    {
        if (!File.Exists(copy))
        {
            throw new StoreOpenException($"There is no backup {copy}.");
        }

        using var claim = FileClaim.Take(path);
        await MakeAsync(path, async part =>
        {
            File.Copy(copy, part, overwrite: true);
            await CheckAsync(part, $"The backup {copy}", cancellation);
            using var target = Open(part, SqliteOpenMode.ReadWrite);
            var line = SqliteFile.ReadLine(part, target);
            var revision = line.Revision + Bump;
            var bumped = line with { Revision = revision, Compacted = revision };
            using var command = target.CreateCommand();
            command.CommandText = "PRAGMA synchronous = FULL; UPDATE line SET revision = $1, compacted = $2, checksum = $3";
            command.Parameters.AddWithValue("$1", bumped.Revision);
            command.Parameters.AddWithValue("$2", bumped.Compacted);
            command.Parameters.AddWithValue("$3", bumped.Checksum);
            command.ExecuteNonQuery();
        });
    }

    private static async Task MakeAsync(string file, Func<string, Task> fill)
    {
        if (File.Exists(file))
        {
            throw new StoreOpenException($"There is a file {file} already. Move it away, or name another.");
        }

        var part = file + ".part";
        try
        {
            Erase(part);
            SqliteFile.Touch(part);
            await fill(part);

            // All of it is in the one file now: the last connection brought its log home.
            using (var written = new FileStream(part, FileMode.Open, FileAccess.ReadWrite))
            {
                written.Flush(flushToDisk: true);
            }

            File.Move(part, file, overwrite: false);
        }
        catch (Exception e) when (e is SqliteException or UnauthorizedAccessException or (IOException and not StoreOpenException))
        {
            Erase(part);
            throw new StoreOpenException($"{file} cannot be written: {e.Message}", e);
        }
        catch
        {
            Erase(part);
            throw;
        }
    }

    private static async Task CheckAsync(string file, string name, CancellationToken cancellation)
    {
        using var connection = Open(file, SqliteOpenMode.ReadWrite);
        try
        {
            if (SqliteFile.IsNew(file, connection))
            {
                throw new StoreOpenException($"{name} holds nothing that a store wrote.");
            }

            if (SqliteFile.Scalar(connection, "PRAGMA integrity_check(1)") is not "ok" and var fault)
            {
                throw new StoreOpenException($"{name} is damaged: {fault}.");
            }

            SqliteFile.ReadLine(file, connection);
            await using var reader = new SqliteReader(file, connection);
            for (var (known, more) = (0L, true); more;)
            {
                var changes = await reader.ChangesAsync("", (known, long.MaxValue), Page, cancellation);
                more = changes.Count == Page;
                known = more ? changes[^1].Revision : known;
            }
        }
        catch (Exception e) when (e is SqliteException or StoreCorruptException)
        {
            throw new StoreOpenException($"{name} is damaged: {e.Message}", e);
        }
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 30, Mode = mode }.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Erase(string part)
    {
        foreach (var file in (string[])[part, part + "-wal", part + "-shm", part + "-journal"])
        {
            File.Delete(file);
        }
    }
}
