using Grpc.Core;
using Slipway.Store.Etcd.Protocol;
using Slipway.Store.Watching;

namespace Slipway.Store.Etcd;

/// <summary>
/// The contract on an etcd v3 cluster that other processes may use at the same time. Revisions are etcd's own; one that only
/// others' keys have is told as <see cref="StoreEventKind.Progress"/>.
/// </summary>
internal sealed class EtcdStore : IStore
{
    // etcd holds calls up when too many wait; and everything here is bounded.
    private const int WritesInFlight = 256;

    private readonly EtcdConnection _connection;
    private readonly EtcdReader _reader;
    private readonly EtcdWriter _writer;
    private readonly Broadcaster _broadcaster;
    private readonly EtcdFeed _feed;
    private readonly SharedRead _newest;
    private readonly SemaphoreSlim _room = new(WritesInFlight);
    private int _closed;

    private EtcdStore(EtcdConnection connection, EtcdKeys keys, EtcdReader reader, long revision)
    {
        _connection = connection;
        _reader = reader;
        _writer = new EtcdWriter(connection, keys, reader);
        _broadcaster = new Broadcaster(revision);
        _feed = new EtcdFeed(connection, reader, _broadcaster, revision);
        _newest = new SharedRead(() => reader.NewestAsync(CancellationToken.None));
    }

    /// <inheritdoc/>
    public long Revision => _feed.Revision;

    /// <inheritdoc/>
    public long CompactedRevision => _feed.CompactedRevision;

    /// <inheritdoc/>
    public string? Fault => _feed.Fault;

    /// <summary>Connects to a cluster.</summary>
    /// <param name="address">The cluster.</param>
    /// <param name="clock">The clock of limits and pauses.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="StoreOpenException">No member answers, or etcd complains of its own state.</exception>
    public static async ValueTask<IStore> OpenAsync(EtcdAddress address, TimeProvider clock, CancellationToken cancellation)
    {
        var connection = new EtcdConnection(address, clock);
        try
        {
            var keys = new EtcdKeys(address.Prefix);
            var reader = new EtcdReader(connection, keys);
            var revision = await reader.NewestAsync(cancellation);
            var status = await connection.StatusAsync(cancellation);
            return status.Errors.Any(e => e.Contains("CORRUPT", StringComparison.Ordinal))
                ? throw new StoreOpenException($"etcd {status.Version} at {Members(address)} says that its data are damaged: {string.Join("; ", status.Errors)}.")
                : await BeginAsync(new EtcdStore(connection, keys, reader, revision), clock, cancellation);
        }
        catch (Exception e) when (e is StoreUnavailableException or RpcException or TimeoutException)
        {
            connection.Dispose();
            var why = e is RpcException fault ? EtcdFault.Text(fault) : e.Message;
            throw new StoreOpenException($"The store etcd at {Members(address)} cannot be opened: {why}. Is etcd running there, and do the certificates fit?", e);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<long> NewestAsync(CancellationToken cancellation)
    {
        var known = _feed.Revision;
        var newest = await _newest.NextAsync().WaitAsync(cancellation);
        if (newest < known)
        {
            // What is held in memory is of a line of revisions that is no more: better no answer than a wrong one.
            throw new StoreUnavailableException(
                $"etcd's newest revision went back from {known} to {newest}: its data were replaced. Start this server anew; a restore must bump the revision.");
        }

        _feed.Saw(newest);
        return newest;
    }

    /// <inheritdoc/>
    public async ValueTask<WriteOutcome> WriteAsync(WriteRequest request, CancellationToken cancellation)
    {
        if (Volatile.Read(ref _closed) != 0)
        {
            return WriteOutcome.Unavailable("The store is closed.");
        }

        await _room.WaitAsync(cancellation);
        try
        {
            var outcome = await _writer.WriteAsync(request, cancellation);
            _feed.Saw(outcome.Revision);
            return outcome;
        }
        catch (ObjectDisposedException)
        {
            return WriteOutcome.Unknown("The store was closed before etcd answered; the write may be done or not.");
        }
        finally
        {
            _room.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask<StoredValue?> GetAsync(string key, CancellationToken cancellation) => await _reader.GetAsync(key, 0, cancellation);

    /// <inheritdoc/>
    public async ValueTask<RangeOutcome> RangeAsync(RangeRequest request, CancellationToken cancellation)
    {
        // What is known to be forgotten is forgotten, though etcd may need a moment for it.
        if (request.Revision > 0 && request.Revision < CompactedRevision)
        {
            return RangeOutcome.Refused(RangeResult.Compacted, Revision);
        }

        var outcome = await _reader.RangeAsync(request, cancellation);
        _feed.Saw(outcome.Revision);
        return outcome;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<StoreEvent> WatchAsync(string prefix, long afterRevision, CancellationToken cancellation) =>
        Follower.WatchAsync(_broadcaster, prefix, afterRevision, (span, limit, token) => PastAsync(prefix, span, limit, token), cancellation);

    /// <inheritdoc/>
    public async ValueTask CompactAsync(long revision, CancellationToken cancellation)
    {
        var to = Math.Min(revision, await NewestAsync(cancellation));
        if (to <= CompactedRevision)
        {
            return;
        }

        try
        {
            await _connection.ReadAsync((kv, options) => kv.CompactAsync(new CompactionRequest { Revision = to }, options), cancellation);
            _feed.SawCompacted(to);
        }
        catch (RpcException e) when (EtcdFault.IsCompacted(e))
        {
            // Another server has compacted as far, or further.
            _feed.SawCompacted(to);
        }
        catch (Exception e) when (e is RpcException or StoreUnavailableException)
        {
            // Nothing was forgotten, or nobody knows: that harms nobody, and who compacts comes again.
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _closed, 1) == 0)
        {
            await _feed.DisposeAsync();
            _connection.Dispose();
        }
    }

    private static async Task<EtcdStore> BeginAsync(EtcdStore store, TimeProvider clock, CancellationToken cancellation)
    {
        try
        {
            await store._feed.Started.WaitAsync(EtcdConnection.Patience, clock, cancellation);
            return store;
        }
        catch
        {
            await store._feed.DisposeAsync();
            throw;
        }
    }

    private static string Members(EtcdAddress address) => string.Join(',', address.Endpoints);

    private async ValueTask<IReadOnlyList<StoreEvent>?> PastAsync(string prefix, (long After, long To) span, int limit, CancellationToken cancellation)
    {
        if (span.After < CompactedRevision)
        {
            return null;
        }

        // Revision 1 is that of an empty etcd: nothing happened at it.
        return span.To <= 1 ? [] : await _reader.ChangesAsync(prefix, span, limit, cancellation);
    }
}
