using Slipway.Store;
using Slipway.Store.Opening;

namespace Slipway.Server;

/// <summary>Backups of the store that a server keeps its objects in. The server may be running while one is made.</summary>
public static class StoreCopies
{
    /// <summary>Copies a store into a file, as it is at one moment, and reads the copy whole.</summary>
    /// <param name="store">The store as in <see cref="EmbeddedServerOptions.Store"/>.</param>
    /// <param name="file">The copy; there must be no such file.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Null where it is done, else what stands against it, for people.</returns>
    public static Task<string?> BackupAsync(string store, string file, CancellationToken cancellation) =>
        ReportAsync(StoreBackup.WriteAsync(store, file, cancellation));

    /// <summary>Makes a store of a copy; its revisions go on far above, so that watches from before are told to list anew.</summary>
    /// <param name="file">The copy.</param>
    /// <param name="store">The store; there must be none yet.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Null where it is done, else what stands against it, for people.</returns>
    public static Task<string?> RestoreAsync(string file, string store, CancellationToken cancellation) =>
        ReportAsync(StoreBackup.RestoreAsync(file, store, cancellation));

    private static async Task<string?> ReportAsync(Task work)
    {
        try
        {
            await work;
            return null;
        }
        catch (StoreOpenException e)
        {
            return e.Message;
        }
    }
}
