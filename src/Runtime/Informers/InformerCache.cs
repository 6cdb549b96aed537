using System.Text.Json.Nodes;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;

namespace Slipway.Runtime.Informers;

/// <summary>
/// The informers of one client, shared by all who ask: one for each kind, version and scope. An informer is started when
/// it is first asked for, at any time, and runs until the cache is disposed. Snapshots leave <c>managedFields</c> out.
/// Safe for concurrent use.
/// </summary>
public sealed class InformerCache : IAsyncDisposable
{
    private readonly IClient _client;
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private readonly Dictionary<Asked, ITrackedInformer> _informers = [];
    private readonly List<Task> _loops = [];
    private ITrackedInformer[] _all = [];

    /// <summary>Makes an empty cache.</summary>
    /// <param name="client">Whose objects are shown; the plain client, not the <see cref="CachingClient"/> over this cache.</param>
    /// <param name="options">Clock, chance, log and limits.</param>
    public InformerCache(IClient client, RuntimeOptions options)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(options);
        _client = client;
        Options = options;
    }

    /// <summary>Clock, chance, log and limits, for whoever builds upon the cache.</summary>
    public RuntimeOptions Options { get; }

    /// <summary>Every informer started so far.</summary>
    public IReadOnlyList<IInformer> All => Volatile.Read(ref _all);

    /// <summary>The informer of a whole collection, read into records.</summary>
    /// <typeparam name="T">The kind.</typeparam>
    public IInformer<T> Of<T>()
        where T : class, IKind<T> =>
        Of<T>(InformerScope.All);

    /// <summary>The informer of a part of a collection, read into records.</summary>
    /// <typeparam name="T">The kind.</typeparam>
    /// <param name="scope">Which part.</param>
    public IInformer<T> Of<T>(InformerScope scope)
        where T : class, IKind<T> =>
        Find(T.Resource, scope, ReadTyped<T>);

    /// <summary>The informer of a whole collection of any kind.</summary>
    /// <param name="type">The kind and the version wanted.</param>
    public IInformer<Unstructured> Of(ResourceType type) => Of(type, InformerScope.All);

    /// <summary>The informer of a part of a collection of any kind.</summary>
    /// <param name="type">The kind and the version wanted.</param>
    /// <param name="scope">Which part.</param>
    public IInformer<Unstructured> Of(ResourceType type, InformerScope scope) =>
        Find(type, scope, ReadUntyped);

    /// <summary>Waits until every informer started so far has shown its whole collection once.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    public Task WaitForSyncAsync(CancellationToken cancellation) =>
        Task.WhenAll(All.Select(i => i.WaitForSyncAsync(cancellation)));

    /// <summary>
    /// Waits until the informers show every write that was noted so far through <see cref="CachingClient"/>. Bounded:
    /// after <see cref="RuntimeOptions.CatchUpLimit"/> an informer that lags lists afresh.
    /// </summary>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="TimeoutException">Not even a fresh list came in time.</exception>
    public ValueTask CatchUpAsync(CancellationToken cancellation)
    {
        List<Task>? waits = null;
        foreach (var informer in Volatile.Read(ref _all))
        {
            if (informer.IsBehind)
            {
                (waits ??= []).Add(informer.CatchUpAsync(cancellation));
            }
        }

        return waits is null ? ValueTask.CompletedTask : new ValueTask(Task.WhenAll(waits));
    }

    /// <summary>Ends every informer and waits for its loop.</summary>
    public async ValueTask DisposeAsync()
    {
        Task[] loops;
        lock (_gate)
        {
            loops = [.. _loops];
            _loops.Clear();
        }

        if (!_stop.IsCancellationRequested)
        {
            await _stop.CancelAsync();
            await Task.WhenAll(loops);
        }
    }

    /// <summary>Notes a write with a revision for all informers of a kind.</summary>
    /// <param name="kind">The kind, in whatever version it was written.</param>
    /// <param name="namespace">Where the object is.</param>
    /// <param name="revision">Its revision after the write.</param>
    /// <param name="stored">The object after the write, as UTF-8 JSON.</param>
    internal void NoteWritten(GroupKind kind, string @namespace, long revision, ReadOnlyMemory<byte> stored)
    {
        var parsed = new Lazy<Unstructured>(() => Unstructured.Parse(stored.Span));
        foreach (var informer in Volatile.Read(ref _all))
        {
            if (informer.Type.Kind == kind.Kind && informer.Type.Group == kind.Group)
            {
                informer.NoteWritten(@namespace, revision, parsed);
            }
        }
    }

    /// <summary>Notes a deletion without a revision for all informers of a kind.</summary>
    /// <param name="kind">The kind, in whatever version it was deleted.</param>
    /// <param name="key">The object.</param>
    /// <param name="uid">Its uid; empty where it is not known.</param>
    internal void NoteDeleted(GroupKind kind, ObjectKey key, string uid)
    {
        foreach (var informer in Volatile.Read(ref _all))
        {
            if (informer.Type.Kind == kind.Kind && informer.Type.Group == kind.Group)
            {
                informer.NoteDeleted(key, uid);
            }
        }
    }

    private static T ReadTyped<T>(ReadOnlyMemory<byte> utf8)
        where T : class, IKind<T>
    {
        var value = TypedClient.Read<T>(utf8);
        return value.Metadata.ManagedFields is null ? value : value.WithMetadata(value.Metadata with { ManagedFields = null });
    }

    private static Unstructured ReadUntyped(ReadOnlyMemory<byte> utf8)
    {
        var value = Unstructured.Parse(utf8.Span);
        (value.Json["metadata"] as JsonObject)?.Remove("managedFields");
        return value;
    }

    private Informer<T> Find<T>(ResourceType type, InformerScope scope, Func<ReadOnlyMemory<byte>, T> read)
        where T : class, IKubernetesObject
    {
        var asked = new Asked(typeof(T), type, scope);
        lock (_gate)
        {
            if (_informers.TryGetValue(asked, out var known))
            {
                return (Informer<T>)known;
            }

            ObjectDisposedException.ThrowIf(_stop.IsCancellationRequested, this);
            var informer = new Informer<T>(_client, type, scope, read, Options);
            _informers.Add(asked, informer);
            Volatile.Write(ref _all, [.. _all, informer]);
            _loops.Add(Task.Run(() => informer.RunAsync(_stop.Token)));
            return informer;
        }
    }

    private sealed record Asked(Type Shape, ResourceType Type, InformerScope Scope);
}
