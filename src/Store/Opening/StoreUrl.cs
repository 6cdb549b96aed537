using Slipway.Store.Etcd;
using Slipway.Store.Memory;
using Slipway.Store.Sqlite;

namespace Slipway.Store.Opening;

/// <summary>Opens stores by address.</summary>
public static class StoreUrl
{
    /// <summary>
    /// Opens a store: <c>memory:</c> ends with the process; <c>sqlite:PATH</c> is durable, and with <c>?sync=off</c>
    /// survives the end of the process but not a power cut; <c>etcd:http://HOST:PORT[,MORE]</c> is an etcd v3 cluster, which
    /// several processes may open (options: <c>prefix=/PATH</c>, and files <c>cacert</c>, <c>cert</c> and <c>key</c> for TLS).
    /// </summary>
    /// <param name="url">The address.</param>
    /// <param name="cancellation">Ends the opening.</param>
    /// <exception cref="StoreOpenException">The address is not understood, another process has the file, it is damaged, or etcd does not answer.</exception>
    public static ValueTask<IStore> OpenAsync(string url, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (url == "memory:")
        {
            return ValueTask.FromResult<IStore>(new MemoryStore());
        }

        if (url.StartsWith("etcd:", StringComparison.Ordinal))
        {
            return EtcdStore.OpenAsync(EtcdAddress.Parse(url), TimeProvider.System, cancellation);
        }

        return SqliteStore.OpenAsync(SqlitePath(url, out var sync), sync, cancellation);
    }

    /// <summary>The file of a store on disk.</summary>
    /// <param name="url">The address.</param>
    /// <param name="sync">When a commit is durable.</param>
    /// <exception cref="StoreOpenException">The address is not understood, or is that of another engine.</exception>
    internal static string SqlitePath(string url, out SqliteSync sync)
    {
        if (!url.StartsWith("sqlite:", StringComparison.Ordinal))
        {
            throw new StoreOpenException($"The store '{url}' is not understood: there are sqlite:PATH, etcd:http://HOST:PORT and memory:.");
        }

        var path = url["sqlite:".Length..];
        sync = SqliteSync.Full;
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
            : path;
    }
}
