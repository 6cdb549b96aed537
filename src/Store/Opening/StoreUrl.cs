using Slipway.Store.Memory;
using Slipway.Store.Sqlite;

namespace Slipway.Store.Opening;

/// <summary>Opens stores by address.</summary>
public static class StoreUrl
{
    /// <summary>
    /// Opens a store: <c>memory:</c> ends with the process; <c>sqlite:PATH</c> is durable, and with <c>?sync=off</c>
    /// survives the end of the process but not a power cut.
    /// </summary>
    /// <param name="url">The address.</param>
    /// <param name="cancellation">Ends the opening.</param>
    /// <exception cref="StoreOpenException">The address is not understood, another process has the file, or it is damaged.</exception>
    public static ValueTask<IStore> OpenAsync(string url, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (url == "memory:")
        {
            return ValueTask.FromResult<IStore>(new MemoryStore());
        }

        if (!url.StartsWith("sqlite:", StringComparison.Ordinal))
        {
            throw new StoreOpenException($"The store '{url}' is not understood: there are sqlite:PATH and memory:.");
        }

        var path = url["sqlite:".Length..];
        var sync = SqliteSync.Full;
        if (path.IndexOf('?', StringComparison.Ordinal) is var at and >= 0)
        {
            sync = path[(at + 1)..] switch
            {
                "sync=full" => SqliteSync.Full,
                "sync=off" => SqliteSync.Off,
                var other => throw new StoreOpenException($"The store '{url}' has an option that is not understood: '{other}'. There is sync=full or sync=off."),
            };
            path = path[..at];
        }

        return path.Length == 0
            ? throw new StoreOpenException($"The store '{url}' names no file: sqlite:PATH.")
            : SqliteStore.OpenAsync(path, sync, cancellation);
    }
}
