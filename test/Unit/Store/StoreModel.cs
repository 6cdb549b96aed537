using System.Text;
using Slipway.Store;

namespace Slipway.Unit.Store;

/// <summary>What a store must answer, worked out anew from the list of all its changes.</summary>
internal sealed class StoreModel
{
    private readonly List<(string Key, string? Value)> _changes = [];
    private long _compacted;

    /// <summary>Does one step on a store and compares the answer.</summary>
    /// <param name="store">The store.</param>
    /// <param name="step">What to do; to which key; a percentage that chooses the details.</param>
    /// <param name="cancellation">Ends the step.</param>
    public async Task StepAsync(IStore store, (int Kind, string Key, int Number) step, CancellationToken cancellation)
    {
        var (kind, key, number) = step;
        var current = At(_changes.Count).FirstOrDefault(v => v.Key == key);
        var right = number % 4 != 0;
        var text = $"value {_changes.Count + 1}";
        var revision = 1 + ((long)number * (_changes.Count + 1) / 100);
        await (kind switch
        {
            0 or 1 => WriteAsync(store, WriteRequest.Create(key, Bytes(text)), current is null, cancellation),
            2 or 3 => WriteAsync(store, WriteRequest.Update(key, Bytes(text), right && current is not null ? current.Mod : 1_000_000), right && current is not null, cancellation),
            4 => WriteAsync(store, new WriteRequest(key, Bytes(text), null), true, cancellation),
            5 => WriteAsync(store, WriteRequest.Delete(key, right ? null : current?.Mod ?? 5), current is not null, cancellation),
            6 => CompactAsync(store, revision, cancellation),
            7 => RangeAsync(store, new RangeRequest(right ? "/a" : "/") { Revision = revision, Limit = number % 3, After = number % 5 == 0 ? key : "" }, cancellation),
            8 => WatchAsync(store, right ? "/b" : "", revision, cancellation),
            _ => CompareAllAsync(store, cancellation),
        });
    }

    /// <summary>Compares all that can be read.</summary>
    /// <param name="store">The store.</param>
    /// <param name="cancellation">Ends the reads.</param>
    public async Task CompareAllAsync(IStore store, CancellationToken cancellation)
    {
        Assert.Equal((_changes.Count, _compacted), (store.Revision, store.CompactedRevision));
        for (var revision = Math.Max(1, _compacted); revision <= _changes.Count; revision++)
        {
            await RangeAsync(store, new RangeRequest("") { Revision = revision }, cancellation);
        }

        await RangeAsync(store, new RangeRequest(""), cancellation);
        await WatchAsync(store, "", _compacted, cancellation);
        foreach (var key in _changes.Select(c => c.Key).Distinct())
        {
            Assert.Equal(At(_changes.Count).FirstOrDefault(v => v.Key == key), Print(await store.GetAsync(key, cancellation)));
        }
    }

    private async Task WriteAsync(IStore store, WriteRequest request, bool commits, CancellationToken cancellation)
    {
        var outcome = await store.WriteAsync(request, cancellation);
        Assert.Equal((commits, commits ? _changes.Count + 1 : 0), (outcome.IsCommitted, outcome.Revision));
        if (commits)
        {
            _changes.Add((request.Key, request.Value is { } value ? Text(value) : null));
        }
        else
        {
            var current = At(_changes.Count).FirstOrDefault(v => v.Key == request.Key);
            Assert.Equal(current is null ? WriteResult.Missing : request.ExpectedRevision == 0 ? WriteResult.Exists : WriteResult.Changed, outcome.Result);
            Assert.Equal(current, Print(outcome.Current));
        }
    }

    private async Task CompactAsync(IStore store, long revision, CancellationToken cancellation)
    {
        await store.CompactAsync(revision, cancellation);
        _compacted = Math.Max(_compacted, Math.Min(revision, _changes.Count));
        Assert.Equal(_compacted, store.CompactedRevision);
    }

    private async Task RangeAsync(IStore store, RangeRequest request, CancellationToken cancellation)
    {
        var revision = request.Revision == 0 ? _changes.Count : request.Revision;
        var outcome = await store.RangeAsync(request, cancellation);
        if (revision > _changes.Count || revision < _compacted)
        {
            Assert.Equal(revision > _changes.Count ? RangeResult.Future : RangeResult.Compacted, outcome.Result);
            return;
        }

        var all = At(revision)
            .Where(v => v.Key.StartsWith(request.Prefix, StringComparison.Ordinal) && string.CompareOrdinal(v.Key, request.After) > 0).ToList();
        var page = request.Limit == 0 ? all : all.Take(request.Limit).ToList();
        Assert.Equal((RangeResult.Found, revision, all.Count - page.Count), (outcome.Result, outcome.Revision, outcome.Remaining));
        Assert.Equal(page, outcome.Values.Select(Print));
    }

    private async Task WatchAsync(IStore store, string prefix, long after, CancellationToken cancellation)
    {
        if (after > _changes.Count)
        {
            return;
        }

        await using var watch = store.WatchAsync(prefix, after, cancellation).GetAsyncEnumerator(cancellation);
        if (after < _compacted)
        {
            Assert.True(await watch.MoveNextAsync());
            Assert.Equal(StoreEventKind.Compacted, watch.Current.Kind);
            Assert.False(await watch.MoveNextAsync());
            return;
        }

        for (var revision = after + 1; revision <= _changes.Count; revision++)
        {
            var (key, value) = _changes[(int)revision - 1];
            if (key.StartsWith(prefix, StringComparison.Ordinal))
            {
                Assert.True(await watch.MoveNextAsync());
                var created = At(value is null ? revision - 1 : revision).First(v => v.Key == key).Create;
                Assert.Equal(
                    (value is null ? StoreEventKind.Delete : StoreEventKind.Put, key, revision, value ?? "", created),
                    (watch.Current.Kind, watch.Current.Key, watch.Current.Revision, Text(watch.Current.Value), watch.Current.CreateRevision));
            }
        }
    }

    private IEnumerable<Entry> At(long revision)
    {
        var state = new SortedDictionary<string, Entry>(StringComparer.Ordinal);
        for (var at = 1; at <= revision; at++)
        {
            var (key, value) = _changes[at - 1];
            if (value is null)
            {
                state.Remove(key);
            }
            else
            {
                state[key] = state.TryGetValue(key, out var old)
                    ? old with { Value = value, Mod = at, Version = old.Version + 1 }
                    : new Entry(key, value, at, at, 1);
            }
        }

        return state.Values;
    }

    private static Entry? Print(StoredValue? v) => v is null ? null : new(v.Key, Text(v.Value), v.CreateRevision, v.ModRevision, v.Version);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);

    private sealed record Entry(string Key, string Value, long Create, long Mod, long Version);
}
