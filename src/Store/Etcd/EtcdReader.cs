using Grpc.Core;
using Slipway.Store.Etcd.Protocol;

namespace Slipway.Store.Etcd;

/// <summary>Reads from etcd. All reads of the newest are linearizable: they are answered by a majority.</summary>
/// <param name="connection">The cluster.</param>
/// <param name="keys">The keys.</param>
internal sealed class EtcdReader(EtcdConnection connection, EtcdKeys keys)
{
    private const int Page = 1000;

    /// <summary>The newest revision of the whole cluster.</summary>
    /// <param name="cancellation">Ends the call.</param>
    public async Task<long> NewestAsync(CancellationToken cancellation)
    {
        var request = new Protocol.RangeRequest { Key = keys.Of("/"), CountOnly = true };
        return (await connection.ReadAsync((kv, options) => kv.RangeAsync(request, options), cancellation)).Header.Revision;
    }

    /// <summary>The value of a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="revision">As it was at this revision; 0 for the newest.</param>
    /// <param name="cancellation">Ends the call.</param>
    public async Task<StoredValue?> GetAsync(string key, long revision, CancellationToken cancellation)
    {
        var request = new Protocol.RangeRequest { Key = keys.Of(key), Revision = revision };
        var answer = await connection.ReadAsync((kv, options) => kv.RangeAsync(request, options), cancellation);
        return answer.Kvs.Count == 0 ? null : keys.Value(answer.Kvs[0]);
    }

    /// <summary>Reads a range page by page, all of one revision.</summary>
    /// <param name="request">Which values.</param>
    /// <param name="cancellation">Ends the call.</param>
    public async Task<RangeOutcome> RangeAsync(RangeRequest request, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return await PagesAsync(request, cancellation);
            }
            catch (RpcException e) when (EtcdFault.IsCompacted(e))
            {
                if (request.Revision != 0)
                {
                    return RangeOutcome.Refused(RangeResult.Compacted, await NewestAsync(cancellation));
                }

                // The revision of the first page was compacted before the last page was read: begin anew.
            }
            catch (RpcException e) when (EtcdFault.IsFuture(e))
            {
                return RangeOutcome.Refused(RangeResult.Future, await NewestAsync(cancellation));
            }
            catch (RpcException e)
            {
                throw new StoreUnavailableException($"etcd refuses to be read: {EtcdFault.Text(e)}", e);
            }
        }
    }

    /// <summary>Reads the first changes after one revision up to another; null where they are compacted.</summary>
    /// <param name="prefix">Only keys that begin so.</param>
    /// <param name="span">The revision that is known, and the last one wanted, at which something changed.</param>
    /// <param name="limit">At most so many, but all of the last revision.</param>
    /// <param name="cancellation">Ends the call.</param>
    public async ValueTask<IReadOnlyList<StoreEvent>?> ChangesAsync(
        string prefix, (long After, long To) span, int limit, CancellationToken cancellation)
    {
        var begin = connection.Now();
        for (var attempt = 1; ; attempt++)
        {
            var member = connection.Member;
            try
            {
                return await TakeAsync(member, prefix, span, limit, cancellation);
            }
            catch (RpcException) when (cancellation.IsCancellationRequested)
            {
                throw new OperationCanceledException(cancellation);
            }
            catch (RpcException e)
            {
                connection.Leave(member);
                if (connection.Since(begin) > EtcdConnection.Patience)
                {
                    throw new StoreUnavailableException($"etcd's history cannot be read: {EtcdFault.Text(e)}", e);
                }
            }

            await connection.PauseAsync(attempt, cancellation);
        }
    }

    /// <summary>A change as watches tell of it; null where it is not under a prefix.</summary>
    /// <param name="change">etcd's event.</param>
    /// <param name="prefix">Only keys that begin so.</param>
    public StoreEvent? Change(Event change, string prefix)
    {
        if (keys.From(change.Kv.Key) is not { } key || !key.StartsWith(prefix, StringComparison.Ordinal))
        {
            return null;
        }

        return change.Type == Event.Types.EventType.Delete
            ? new StoreEvent(StoreEventKind.Delete, key, change.Kv.ModRevision, default, change.PrevKv?.CreateRevision ?? 0)
            : new StoreEvent(StoreEventKind.Put, key, change.Kv.ModRevision, change.Kv.Value.Memory, change.Kv.CreateRevision);
    }

    private async Task<RangeOutcome> PagesAsync(RangeRequest request, CancellationToken cancellation)
    {
        var values = new List<StoredValue>();
        var revision = request.Revision;
        while (true)
        {
            var left = request.Limit == 0 ? Page : Math.Min(Page, request.Limit - values.Count);
            var after = values.Count == 0 ? request : request with { After = values[^1].Key };
            var wanted = new Protocol.RangeRequest { Key = keys.Begin(after), RangeEnd = keys.End(request.Prefix), Limit = left, Revision = revision };
            var answer = await connection.ReadAsync((kv, options) => kv.RangeAsync(wanted, options), cancellation);
            revision = revision == 0 ? answer.Header.Revision : revision;
            values.EnsureCapacity(values.Count + answer.Kvs.Count);
            foreach (var value in answer.Kvs)
            {
                values.Add(keys.Value(value));
            }

            if (!answer.More || values.Count == request.Limit)
            {
                return new RangeOutcome(RangeResult.Found, values, revision, answer.Count - answer.Kvs.Count);
            }
        }
    }

    private async Task<IReadOnlyList<StoreEvent>?> TakeAsync(
        int member, string prefix, (long After, long To) span, int limit, CancellationToken cancellation)
    {
        // From what is known already, so that a compaction of exactly the next revision is noticed.
        using var call = await connection.FollowAsync(member, Math.Max(1, span.After), cancellation);
        var changes = new List<StoreEvent>();
        while (await call.ResponseStream.MoveNext(cancellation))
        {
            var response = call.ResponseStream.Current;
            if (response.Canceled)
            {
                return response.CompactRevision > 0 ? null : throw new RpcException(new Status(StatusCode.Unavailable, response.CancelReason));
            }

            foreach (var change in response.Events)
            {
                if (change.Kv.ModRevision > span.After && change.Kv.ModRevision <= span.To && Change(change, prefix) is { } told)
                {
                    changes.Add(told);
                }
            }

            if (changes.Count >= limit || (response.Events.Count > 0 && response.Events[^1].Kv.ModRevision >= span.To))
            {
                return changes;
            }
        }

        throw new RpcException(new Status(StatusCode.Unavailable, "the stream of changes ended"));
    }
}
