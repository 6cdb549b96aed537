using Slipway.Store.Watching;

namespace Slipway.Store.Memory;

/// <summary>The contract in memory. It ends with the process, and is the model the other engines are tested against.</summary>
internal sealed class MemoryStore : IStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<Revised>> _histories = new(StringComparer.Ordinal);
    private readonly List<string> _keys = [];
    private readonly Queue<StoreEvent> _log = new();
    private readonly Broadcaster _broadcaster = new(0);
    private bool _closed;

    /// <inheritdoc/>
    public long Revision { get; private set; }

    /// <inheritdoc/>
    public long CompactedRevision { get; private set; }

    /// <inheritdoc/>
    public ValueTask<long> NewestAsync(CancellationToken cancellation) => ValueTask.FromResult(Revision);

    /// <inheritdoc/>
    public ValueTask<WriteOutcome> WriteAsync(WriteRequest request, CancellationToken cancellation)
    {
        lock (_lock)
        {
            if (_closed)
            {
                return ValueTask.FromResult(WriteOutcome.Unavailable("The store is closed."));
            }

            var current = Newest(request.Key);
            if (Refusal(request, current) is { } refusal)
            {
                return ValueTask.FromResult(refusal);
            }

            var revision = Revision + 1;
            var created = current?.CreateRevision ?? revision;
            var next = request.Value is { } value ? new StoredValue(request.Key, value, created, revision, (current?.Version ?? 0) + 1) : null;
            HistoryOf(request.Key).Add(new Revised(revision, next));
            var change = new StoreEvent(
                next is null ? StoreEventKind.Delete : StoreEventKind.Put, request.Key, revision, next?.Value ?? default, created);
            _log.Enqueue(change);
            Revision = revision;
            _broadcaster.Publish([change]);
            return ValueTask.FromResult(WriteOutcome.Committed(revision));
        }
    }

    /// <inheritdoc/>
    public ValueTask<StoredValue?> GetAsync(string key, CancellationToken cancellation)
    {
        lock (_lock)
        {
            return ValueTask.FromResult(Newest(key));
        }
    }

    /// <inheritdoc/>
    public ValueTask<RangeOutcome> RangeAsync(RangeRequest request, CancellationToken cancellation)
    {
        lock (_lock)
        {
            var revision = request.Revision == 0 ? Revision : request.Revision;
            if (revision > Revision)
            {
                return ValueTask.FromResult(RangeOutcome.Refused(RangeResult.Future, Revision));
            }

            if (revision < CompactedRevision)
            {
                return ValueTask.FromResult(RangeOutcome.Refused(RangeResult.Compacted, Revision));
            }

            var values = new List<StoredValue>();
            var remaining = 0L;
            for (var at = First(request); at < _keys.Count && _keys[at].StartsWith(request.Prefix, StringComparison.Ordinal); at++)
            {
                if (At(_keys[at], revision) is not { } value)
                {
                    continue;
                }

                if (request.Limit > 0 && values.Count == request.Limit)
                {
                    remaining++;
                }
                else
                {
                    values.Add(value);
                }
            }

            return ValueTask.FromResult(new RangeOutcome(RangeResult.Found, values, revision, remaining));
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<StoreEvent> WatchAsync(string prefix, long afterRevision, CancellationToken cancellation) =>
        Follower.WatchAsync(_broadcaster, prefix, afterRevision, (span, limit, _) => ValueTask.FromResult(Past(prefix, span, limit)), cancellation);

    /// <inheritdoc/>
    public ValueTask CompactAsync(long revision, CancellationToken cancellation)
    {
        lock (_lock)
        {
            revision = Math.Min(revision, Revision);
            if (revision > CompactedRevision)
            {
                CompactedRevision = revision;
                while (_log.TryPeek(out var change) && change.Revision <= revision)
                {
                    _log.Dequeue();
                    Forget(change.Key, revision);
                }
            }
        }

        return default;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        lock (_lock)
        {
            _closed = true;
        }

        _broadcaster.Close();
        return default;
    }

    /// <summary>Why a write cannot be, or null where it can.</summary>
    /// <param name="request">The write.</param>
    /// <param name="current">What is stored now.</param>
    internal static WriteOutcome? Refusal(WriteRequest request, StoredValue? current) => (request.ExpectedRevision, current) switch
    {
        (0, not null) => WriteOutcome.Refused(WriteResult.Exists, current),
        ( > 0, null) => WriteOutcome.Refused(WriteResult.Missing, null),
        ( > 0, not null) when current.ModRevision != request.ExpectedRevision => WriteOutcome.Refused(WriteResult.Changed, current),
        (_, null) when request.Value is null => WriteOutcome.Refused(WriteResult.Missing, null),
        _ => null,
    };

    private List<Revised> HistoryOf(string key)
    {
        if (!_histories.TryGetValue(key, out var history))
        {
            _histories[key] = history = [];
            _keys.Insert(~_keys.BinarySearch(key, StringComparer.Ordinal), key);
        }

        return history;
    }

    private StoredValue? Newest(string key) => _histories.TryGetValue(key, out var history) ? history[^1].Value : null;

    private StoredValue? At(string key, long revision)
    {
        var history = _histories[key];
        for (var at = history.Count - 1; at >= 0; at--)
        {
            if (history[at].Revision <= revision)
            {
                return history[at].Value;
            }
        }

        return null;
    }

    private int First(RangeRequest request)
    {
        var after = string.CompareOrdinal(request.After, request.Prefix) >= 0 && request.After.Length > 0;
        var at = _keys.BinarySearch(after ? request.After : request.Prefix, StringComparer.Ordinal);
        return at < 0 ? ~at : after ? at + 1 : at;
    }

    private IReadOnlyList<StoreEvent>? Past(string prefix, (long After, long To) span, int limit)
    {
        lock (_lock)
        {
            return span.After < CompactedRevision ? null : [.. _log
                .Where(c => c.Revision > span.After && c.Revision <= span.To && c.Key.StartsWith(prefix, StringComparison.Ordinal))
                .Take(limit)];
        }
    }

    private void Forget(string key, long revision)
    {
        if (!_histories.TryGetValue(key, out var history))
        {
            return;
        }

        // The newest value at or before the revision stays; a deletion there need not be remembered.
        var keep = history.FindLastIndex(h => h.Revision <= revision);
        if (keep >= 0)
        {
            history.RemoveRange(0, history[keep].Value is null ? keep + 1 : keep);
        }

        if (history.Count == 0)
        {
            _histories.Remove(key);
            _keys.RemoveAt(_keys.BinarySearch(key, StringComparer.Ordinal));
        }
    }

    private readonly record struct Revised(long Revision, StoredValue? Value);
}
