using Microsoft.Extensions.Logging;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;

namespace Slipway.Runtime.Informers;

/// <summary>A snapshot, those who hear of its changes, and those who wait for it.</summary>
/// <typeparam name="T">The kind.</typeparam>
internal sealed class Informer<T> : IInformer<T>, ITrackedInformer
    where T : class, IKubernetesObject
{
    private readonly ObjectTable<T> _table = new();
    private readonly OwnWrites<T> _own;
    private readonly Reflector<T> _reflector;
    private readonly RuntimeOptions _options;
    private readonly ILogger _log;
    private readonly TaskCompletionSource _synced = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // Held while a change is shown and told of: keeps the order, and joins a new subscriber between two changes.
    private readonly Lock _delivery = new();
    private Subscription[] _subscriptions = [];

    private readonly Lock _waiting = new();
    private readonly List<Waiter> _waiters = [];
    private long _revision;

    /// <summary>Makes an informer that does nothing before <see cref="RunAsync"/>.</summary>
    /// <param name="client">Whose objects.</param>
    /// <param name="type">The version of the kind.</param>
    /// <param name="scope">Which part of the collection.</param>
    /// <param name="read">How an object is read from UTF-8 JSON.</param>
    /// <param name="options">Clock, chance, log and limits.</param>
    public Informer(IClient client, ResourceType type, InformerScope scope, Func<ReadOnlyMemory<byte>, T> read, RuntimeOptions options)
    {
        Type = type;
        Scope = scope;
        _options = options;
        _log = options.Logs.CreateLogger("Slipway.Runtime.Informers");
        _own = new OwnWrites<T>(_table);
        _reflector = new Reflector<T>(client, this, read, options);
    }

    /// <inheritdoc/>
    public ResourceType Type { get; }

    /// <inheritdoc/>
    public InformerScope Scope { get; }

    /// <inheritdoc/>
    public InformerState State => _reflector.State;

    /// <inheritdoc/>
    public bool HasSynced => _synced.Task.IsCompletedSuccessfully;

    /// <inheritdoc/>
    public long Revision => Volatile.Read(ref _revision);

    /// <inheritdoc/>
    public int Count => _table.Count;

    /// <inheritdoc/>
    public bool IsBehind => _own.AreHiddenAt(Revision);

    /// <inheritdoc/>
    public int Waiters
    {
        get
        {
            lock (_waiting)
            {
                return _waiters.Count;
            }
        }
    }

    /// <inheritdoc/>
    public T? Get(ObjectKey key) => _table.Get(key);

    /// <inheritdoc/>
    public IReadOnlyCollection<T> List(string @namespace = "") => _table.List(@namespace);

    /// <inheritdoc/>
    public void AddIndex(string name, Func<T, IEnumerable<string>> keys) => _table.AddIndex(name, keys);

    /// <inheritdoc/>
    public IReadOnlyCollection<T> ByIndex(string name, string key) => _table.ByIndex(name, key);

    /// <inheritdoc/>
    public IDisposable Subscribe(Action<InformerChange<T>> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        var subscription = new Subscription(this, handler);
        lock (_delivery)
        {
            _subscriptions = [.. _subscriptions, subscription];
            foreach (var value in _table.List(""))
            {
                Tell(subscription, new InformerChange<T>(null, value));
            }
        }

        return subscription;
    }

    /// <inheritdoc/>
    public Task WaitForSyncAsync(CancellationToken cancellation) => _synced.Task.WaitAsync(cancellation);

    /// <inheritdoc/>
    public ValueTask WaitForRevisionAsync(long revision, CancellationToken cancellation) =>
        Revision >= revision ? ValueTask.CompletedTask : new ValueTask(WaitAsync(() => Revision >= revision, cancellation));

    /// <inheritdoc/>
    public Task RelistAsync(CancellationToken cancellation) => _reflector.RelistAsync().WaitAsync(cancellation);

    /// <inheritdoc/>
    public Task RunAsync(CancellationToken stop) => _reflector.RunAsync(stop);

    /// <inheritdoc/>
    public void NoteWritten(string @namespace, long revision, Lazy<Unstructured> stored)
    {
        // No event comes of an object that no selector lets through; but one that is shown must go.
        if (Scope.Covers(@namespace)
            && (!Scope.Selects || Scope.Matches(stored.Value) || _table.Get(stored.Value.Metadata.Key) is not null))
        {
            _own.Written(revision);
        }
    }

    /// <inheritdoc/>
    public void NoteDeleted(ObjectKey key, string uid)
    {
        var shown = _table.Get(key)?.Metadata.Uid;
        if (shown is not null && (uid.Length == 0 || shown == uid))
        {
            _own.Deleted(key, shown);
        }
        else if (shown is null && uid.Length > 0 && IsBehind)
        {
            // Its creation may be among what is still to be shown.
            _own.Deleted(key, uid);
        }
    }

    /// <inheritdoc/>
    public async Task CatchUpAsync(CancellationToken cancellation)
    {
        var mark = _own.Mark();
        try
        {
            await WaitAsync(() => !_own.AreHiddenAt(mark, Revision), cancellation).WaitAsync(_options.CatchUpLimit, _options.Time, cancellation);
        }
        catch (TimeoutException)
        {
            _log.Behind(Type.ToString(), Revision, mark.Revision, _options.CatchUpLimit);
            await _reflector.RelistAsync().WaitAsync(_options.CatchUpLimit, _options.Time, cancellation);
            _own.Forget(mark);
        }
    }

    /// <summary>Shows one event of the watch.</summary>
    /// <param name="type">What happened; not a bookmark.</param>
    /// <param name="value">The object.</param>
    public void Show(WatchEventType type, T value)
    {
        lock (_delivery)
        {
            if (type == WatchEventType.Deleted)
            {
                Remove(value.Metadata.Key, value);
            }
            else
            {
                Set(value);
            }
        }

        Advance(value.Metadata.Revision);
    }

    /// <summary>Shows a whole list in place of what was shown.</summary>
    /// <param name="values">All objects.</param>
    /// <param name="revision">The list's revision, even if it is lower than the one shown: a server may have been set back.</param>
    public void ShowAll(IReadOnlyList<T> values, long revision)
    {
        lock (_delivery)
        {
            var present = new HashSet<ObjectKey>(values.Count);
            foreach (var value in values)
            {
                present.Add(value.Metadata.Key);
            }

            foreach (var old in _table.List(""))
            {
                if (!present.Contains(old.Metadata.Key))
                {
                    Remove(old.Metadata.Key, old);
                }
            }

            foreach (var value in values)
            {
                Set(value);
            }
        }

        Volatile.Write(ref _revision, revision);
        _synced.TrySetResult();
        WakeWaiters();
    }

    /// <summary>Moves the revision on.</summary>
    /// <param name="revision">At least this is shown.</param>
    public void Advance(long revision)
    {
        if (revision > Revision)
        {
            Volatile.Write(ref _revision, revision);
        }

        WakeWaiters();
    }

    private void Set(T value)
    {
        var old = _table.Set(value);
        if (old is not null && old.Metadata.Uid != value.Metadata.Uid)
        {
            TellAll(new InformerChange<T>(old, null));
            old = null;
        }

        if (old is null || old.Metadata.ResourceVersion != value.Metadata.ResourceVersion)
        {
            TellAll(new InformerChange<T>(old, value));
        }
    }

    private void Remove(ObjectKey key, T last)
    {
        if (_table.Remove(key) is not null)
        {
            TellAll(new InformerChange<T>(last, null));
        }
    }

    private void TellAll(InformerChange<T> change)
    {
        foreach (var subscription in _subscriptions)
        {
            Tell(subscription, change);
        }
    }

    private void Tell(Subscription subscription, InformerChange<T> change)
    {
        try
        {
            subscription.Handler(change);
        }
        catch (Exception e)
        {
            // Part of the reflector's loop: the other subscribers, and the snapshot, go on.
            _log.SubscriberFailed(e, Type.ToString(), change.Object.Metadata.Key.ToString());
        }
    }

    private void Unsubscribe(Subscription subscription)
    {
        lock (_delivery)
        {
            _subscriptions = [.. _subscriptions.Where(s => s != subscription)];
        }
    }

    private async Task WaitAsync(Func<bool> met, CancellationToken cancellation)
    {
        var waiter = new Waiter(met, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        lock (_waiting)
        {
            if (met())
            {
                return;
            }

            _waiters.Add(waiter);
        }

        try
        {
            await waiter.Source.Task.WaitAsync(cancellation);
        }
        finally
        {
            lock (_waiting)
            {
                _waiters.Remove(waiter);
            }
        }
    }

    private void WakeWaiters()
    {
        lock (_waiting)
        {
            for (var at = _waiters.Count - 1; at >= 0; at--)
            {
                if (_waiters[at].Met())
                {
                    _waiters[at].Source.TrySetResult();
                    _waiters.RemoveAt(at);
                }
            }
        }
    }

    private sealed record Waiter(Func<bool> Met, TaskCompletionSource Source);

    private sealed class Subscription(Informer<T> informer, Action<InformerChange<T>> handler) : IDisposable
    {
        public Action<InformerChange<T>> Handler => handler;

        public void Dispose() => informer.Unsubscribe(this);
    }
}
