using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Slipway.Server.Resources;
using Slipway.Server.Watching;
using Slipway.Store;
using Slipway.Store.Opening;

namespace Slipway.Unit.Server.Watching;

/// <summary>What the watch cache does when the store drops its stream of changes.</summary>
public sealed class LostFeeds
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_state_is_read_anew_and_watchers_list_again()
    {
        await using var store = new LaggingStore(await StoreUrl.OpenAsync("memory:", Stop));
        await WriteAsync(store, "a", 1);
        await WriteAsync(store, "b", 1);
        await using var cache = new WatchCache(store, new ResourceRegistry([]), TimeProvider.System, NullLogger.Instance);
        var heard = new Listener();
        cache.Add(heard);
        await cache.StartAsync(Stop);
        var kind = cache.Kind("/registry/configmaps/");
        using var watcher = kind.Watch("", bookmarks: false, out var present, out _);
        Assert.Equal(["default/a", "default/b"], present.Select(p => p.Key));

        await WriteAsync(store, "b", 2);
        await WriteAsync(store, "c", 1);
        await store.WriteAsync(WriteRequest.Delete("/registry/configmaps/default/a", null), Stop);
        store.Drop();
        await cache.FreshAsync(Stop);

        Assert.Equal(["default/b", "default/c"], kind.List("", out var last).Select(o => o.Key));
        Assert.Equal(store.Revision, last);
        Assert.False(await watcher.Signals.WaitToReadAsync(Stop));
        Assert.Null(kind.Watch(1, "", bookmarks: false, out _));
        Assert.Equal(["Added a", "Added b", "Modified b", "Added c", "Deleted a"], heard.Changes);
    }

    private static async Task WriteAsync(IStore store, string name, int n)
    {
        var json = $$$"""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"{{{name}}}","namespace":"default","uid":"{{{name}}}"},"data":{"n":"{{{n}}}"}}""";
        Assert.True((await store.WriteAsync(new WriteRequest($"/registry/configmaps/default/{name}", Encoding.UTF8.GetBytes(json), null), Stop)).IsCommitted);
    }

    private sealed class Listener : ICacheListener
    {
        public List<string> Changes { get; } = [];

        public void Changed(KindCache kind, CacheEvent change) => Changes.Add($"{change.Type} {change.Object.Name}");
    }

    /// <summary>A store whose first stream can be held back and then be dropped.</summary>
    private sealed class LaggingStore(IStore inner) : IStore
    {
        private readonly TaskCompletionSource _dropped = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _streams;

        public long Revision => inner.Revision;

        public long CompactedRevision => inner.CompactedRevision;

        public ValueTask<long> NewestAsync(CancellationToken cancellation) => inner.NewestAsync(cancellation);

        public void Drop() => _dropped.SetResult();

        public ValueTask<WriteOutcome> WriteAsync(WriteRequest request, CancellationToken cancellation) => inner.WriteAsync(request, cancellation);

        public ValueTask<StoredValue?> GetAsync(string key, CancellationToken cancellation) => inner.GetAsync(key, cancellation);

        public ValueTask<RangeOutcome> RangeAsync(RangeRequest request, CancellationToken cancellation) => inner.RangeAsync(request, cancellation);

        public async IAsyncEnumerable<StoreEvent> WatchAsync(string prefix, long afterRevision, [EnumeratorCancellation] CancellationToken cancellation)
        {
            if (_streams++ == 0)
            {
                await _dropped.Task.WaitAsync(cancellation);
                yield return new StoreEvent(StoreEventKind.Lagged, "", afterRevision, default, 0);
                yield break;
            }

            await foreach (var change in inner.WatchAsync(prefix, afterRevision, cancellation))
            {
                yield return change;
            }
        }

        public ValueTask CompactAsync(long revision, CancellationToken cancellation) => inner.CompactAsync(revision, cancellation);

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
