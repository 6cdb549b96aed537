using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Slipway.Runtime.Clients;
using Slipway.Server.Failures;
using Slipway.Server.Resources;
using Slipway.Store;

namespace Slipway.Server.Watching;

/// <summary>
/// All objects of a store as the server shows them, fed by one stream of the store's changes. Whoever needs what was
/// acknowledged waits with <see cref="FreshAsync"/>, which costs nothing where the feed has caught up and only this process
/// writes.
/// </summary>
internal sealed class WatchCache : IAsyncDisposable
{
    private const string Root = "/registry/";

    private const string DefinitionPrefix = Root + "customresourcedefinitions/";

    private readonly IStore _store;
    private readonly ResourceRegistry _registry;
    private readonly ILogger _log;
    private readonly Bookmarks _bookmarks;
    private readonly ConcurrentDictionary<string, KindCache> _kinds = new(StringComparer.Ordinal);
    private readonly List<ICacheListener> _listeners = [];
    private readonly List<(long Revision, TaskCompletionSource Reached)> _waiters = [];
    private readonly Lock _waiterGate = new();
    private readonly CancellationTokenSource _stop = new();
    private long _revision;
    private long _loaded;
    private Task _feed = Task.CompletedTask;

    /// <summary>Makes an empty cache.</summary>
    /// <param name="store">The store.</param>
    /// <param name="registry">The kinds; what definitions say is taken over there before anybody can see the definition.</param>
    /// <param name="clock">The clock of bookmarks.</param>
    /// <param name="log">Where trouble with the store is told.</param>
    public WatchCache(IStore store, ResourceRegistry registry, TimeProvider clock, ILogger log)
    {
        _store = store;
        _registry = registry;
        _log = log;
        _bookmarks = new Bookmarks(clock, SendBookmarks);
    }

    /// <summary>The revision up to which every change has been taken in.</summary>
    public long Revision => Volatile.Read(ref _revision);

    /// <summary>The kinds of which objects are or were there.</summary>
    public IEnumerable<KindCache> Kinds => _kinds.Values;

    /// <summary>Adds one who is told of every change; before <see cref="StartAsync"/> only.</summary>
    /// <param name="listener">The listener.</param>
    public void Add(ICacheListener listener) => _listeners.Add(listener);

    /// <summary>Loads what the store holds and begins to follow it.</summary>
    /// <param name="cancellation">Gives up.</param>
    public async Task StartAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        _feed = Task.Run(FollowAsync, CancellationToken.None);
    }

    /// <summary>The cache of a kind.</summary>
    /// <param name="definition">The kind.</param>
    public KindCache Kind(ResourceDefinition definition) => Kind(definition.Prefix);

    /// <summary>Waits until everything that the store had acknowledged at the time of the call, to whomever, is here.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="ApiException">503: the store does not answer.</exception>
    public ValueTask FreshAsync(CancellationToken cancellation)
    {
        var asked = _store.NewestAsync(cancellation);
        if (!asked.IsCompletedSuccessfully)
        {
            return new ValueTask(CatchUpAsync(asked, cancellation));
        }

        var newest = asked.Result;
        return Revision >= newest ? default : new ValueTask(ReachAsync(newest).WaitAsync(cancellation));
    }

    /// <summary>Waits until a revision is here.</summary>
    /// <param name="revision">The revision.</param>
    public Task ReachAsync(long revision)
    {
        lock (_waiterGate)
        {
            if (Revision >= revision)
            {
                return Task.CompletedTask;
            }

            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiters.Add((revision, reached));
            return reached.Task;
        }
    }

    /// <summary>What is wrong with the stream of changes; null where nothing is.</summary>
    public string? Fault() => _feed.IsFaulted
        ? $"the store's changes are no longer followed: {_feed.Exception!.InnerException!.Message}"
        : _store.Fault is { } fault ? $"the store does not answer: {fault}" : null;

    /// <summary>Sees to it that bookmarks are sent as long as somebody wants them.</summary>
    public void WantBookmarks() => _bookmarks.Wake();

    /// <summary>Ends the feed and all watches.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _feed;
        _bookmarks.Dispose();
        foreach (var kind in _kinds.Values)
        {
            kind.EndWatches();
        }

        lock (_waiterGate)
        {
            _waiters.ForEach(w => w.Reached.TrySetCanceled(CancellationToken.None));
            _waiters.Clear();
        }

        _stop.Dispose();
    }

    /// <summary>The key prefix of a kind within a key of the store, or null for a key that is no object's.</summary>
    /// <param name="key">The key.</param>
    internal static string? PrefixOf(string key)
    {
        if (!key.StartsWith(Root, StringComparison.Ordinal))
        {
            return null;
        }

        var end = key.IndexOf('/', Root.Length);
        if (end > 0 && key.AsSpan(Root.Length, end - Root.Length).Contains('.'))
        {
            // Only the groups of custom resources have a dot; their resources come one level deeper.
            end = key.IndexOf('/', end + 1);
        }

        return end < 0 ? null : key[..(end + 1)];
    }

    /// <summary>The cache of a kind by its key prefix.</summary>
    /// <param name="prefix">The prefix.</param>
    public KindCache Kind(string prefix) => _kinds.GetOrAdd(prefix, static (p, since) => new KindCache(p, since), _loaded);

    private async Task CatchUpAsync(ValueTask<long> asked, CancellationToken cancellation)
    {
        try
        {
            await ReachAsync(await asked).WaitAsync(cancellation);
        }
        catch (StoreUnavailableException e)
        {
            throw Refuse.Unavailable(e.Message);
        }
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        var range = await _store.RangeAsync(new RangeRequest(Root), cancellation);
        _loaded = range.Revision;
        foreach (var value in range.Values)
        {
            if (PrefixOf(value.Key) is { } prefix)
            {
                var kind = Kind(prefix);
                var loaded = new CachedObject(value.Key[prefix.Length..], value.Value, value.ModRevision);
                Define(prefix, loaded.Key, loaded);
                kind.Load(loaded);
                Tell(kind, new CacheEvent(WatchEventType.Added, loaded, previous: null));
            }
        }

        Advance(range.Revision);
    }

    private async Task FollowAsync()
    {
        try
        {
            while (true)
            {
                await foreach (var change in _store.WatchAsync(Root, Revision, _stop.Token))
                {
                    if (change.Kind is StoreEventKind.Put or StoreEventKind.Delete)
                    {
                        Apply(change);
                    }
                    else if (change.Kind == StoreEventKind.Progress)
                    {
                        Advance(change.Revision);
                    }
                }

                if (_stop.IsCancellationRequested)
                {
                    return;
                }

                WatchLog.FeedLost(_log, Revision);
                while (!await TryReloadAsync())
                {
                    // The store has waited for an answer already.
                }
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The server ends.
        }
    }

    private void Apply(StoreEvent change)
    {
        if (PrefixOf(change.Key) is { } prefix)
        {
            var kind = Kind(prefix);
            if (Take(kind, change.Key[prefix.Length..], change) is { } told)
            {
                Tell(kind, told);
            }
        }

        Advance(change.Revision);
    }

    private CacheEvent? Take(KindCache kind, string key, StoreEvent change)
    {
        try
        {
            if (change.Kind == StoreEventKind.Delete)
            {
                Define(kind.Prefix, key, null);
                return kind.Drop(key, change.Revision);
            }

            var value = new CachedObject(key, change.Value, change.Revision);
            Define(kind.Prefix, key, value);
            return kind.Set(value);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            WatchLog.Unreadable(_log, change.Key, e.Message);
            return null;
        }
    }

    private void Define(string prefix, string name, CachedObject? definition)
    {
        if (prefix == DefinitionPrefix && _registry.Accept(name, definition?.Bytes) is { } changed)
        {
            Kind(changed).EndWatches();
        }
    }

    private async Task<bool> TryReloadAsync()
    {
        try
        {
            await ReloadAsync();
            return true;
        }
        catch (StoreUnavailableException e)
        {
            WatchLog.Silent(_log, e.Message);
            return false;
        }
    }

    /// <summary>Takes the store's whole state anew after the stream of changes was lost; all watchers must list again.</summary>
    private async Task ReloadAsync()
    {
        var range = await _store.RangeAsync(new RangeRequest(Root), _stop.Token);
        _loaded = range.Revision;
        var fresh = range.Values.ToLookup(v => PrefixOf(v.Key) ?? "");
        foreach (var prefix in fresh.Select(g => g.Key).Where(p => p.Length > 0))
        {
            Kind(prefix);
        }

        foreach (var kind in _kinds.Values)
        {
            var objects = fresh[kind.Prefix].Select(v => new CachedObject(v.Key[kind.Prefix.Length..], v.Value, v.ModRevision)).ToList();
            var gone = kind.Replace(objects, range.Revision).ToDictionary(o => o.Key);
            foreach (var value in objects)
            {
                Define(kind.Prefix, value.Key, value);
                gone.Remove(value.Key, out var previous);
                if (previous?.Revision != value.Revision)
                {
                    var type = previous is null ? WatchEventType.Added : WatchEventType.Modified;
                    Tell(kind, new CacheEvent(type, value, previous));
                }
            }

            foreach (var last in gone.Values)
            {
                Define(kind.Prefix, last.Key, null);
                Tell(kind, new CacheEvent(WatchEventType.Deleted, last.At(range.Revision), last));
            }
        }

        Advance(range.Revision);
    }

    private void Tell(KindCache kind, CacheEvent change)
    {
        foreach (var listener in _listeners)
        {
            listener.Changed(kind, change);
        }
    }

    private void Advance(long revision)
    {
        lock (_waiterGate)
        {
            Volatile.Write(ref _revision, revision);
            for (var i = _waiters.Count - 1; i >= 0; i--)
            {
                if (_waiters[i].Revision <= revision)
                {
                    _waiters[i].Reached.TrySetResult();
                    _waiters.RemoveAt(i);
                }
            }
        }
    }

    private bool SendBookmarks()
    {
        var revision = Revision;
        var wanted = false;
        foreach (var kind in _kinds.Values)
        {
            if (kind.WantsBookmarks)
            {
                wanted = true;
                kind.Bookmark(revision);
            }
        }

        return wanted;
    }
}
