using Slipway.Store.Sqlite;

namespace Slipway.Store.Opening;

/// <summary>Copies of stores, by address.</summary>
public static class StoreBackup
{
    /// <summary>Copies a store into a file, as it is at one moment; a server may be using it. The copy is read whole before it counts.</summary>
    /// <param name="url">The store: <c>sqlite:PATH</c>.</param>
    /// <param name="file">The copy; there must be no such file.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="StoreOpenException">The store cannot be copied so, or the copy cannot be written or is damaged.</exception>
    public static Task WriteAsync(string url, string file, CancellationToken cancellation) => Task.Run(
        () => SqliteBackup.WriteAsync(PathOf(url, "etcdctl snapshot save"), Path.GetFullPath(file), cancellation), cancellation);

    /// <summary>
    /// Makes a store of a copy. Its revisions go on a thousand million higher and its history is forgotten: whoever watched
    /// before the restore is told to list anew.
    /// </summary>
    /// <param name="file">The copy.</param>
    /// <param name="url">The store: <c>sqlite:PATH</c>; there must be no such file.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="StoreOpenException">There is a store already, or the copy is damaged or cannot be copied.</exception>
    public static Task RestoreAsync(string file, string url, CancellationToken cancellation) => Task.Run(
        () => SqliteBackup.RestoreAsync(Path.GetFullPath(file), PathOf(url, "etcdutl snapshot restore --bump-revision 1000000000 --mark-compacted"), cancellation),
        cancellation);

    private static string PathOf(string url, string instead)
    {
        ArgumentNullException.ThrowIfNull(url);
        return url.StartsWith("etcd:", StringComparison.Ordinal)
            ? throw new StoreOpenException($"The store '{url}' is etcd's to copy: use '{instead}'.")
            : Path.GetFullPath(StoreUrl.SqlitePath(url, out _));
    }
}
