using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;

namespace Slipway.Unit.Support;

/// <summary>
/// The client contract over a dictionary: one revision line, uids, finalizers, optimistic locking, lists in pages, watches.
/// It can fail, lag, drop watches and forget history on demand. Not a server: nothing is validated or defaulted.
/// </summary>
internal sealed class MemoryClient(TimeProvider? time = null) : IClient
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<(string Plural, ObjectKey Key), JsonObject> _objects = [];
    private readonly List<(long Revision, string Plural, WatchEventType Type, JsonObject Object)> _history = [];
    private readonly List<Watcher> _watchers = [];
    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly List<string> _calls = [];
    private long _revision = 100;
    private long _forgotten;
    private long _uids;
    private List<Action>? _held;

    /// <summary>Called before each request with its verb and target; may throw.</summary>
    public Action<string, ObjectTarget>? Before { get; set; }

    /// <summary>What was asked, as <c>verb plural</c> in order.</summary>
    public IReadOnlyList<string> Calls
    {
        get
        {
            lock (_gate)
            {
                return [.. _calls];
            }
        }
    }

    /// <summary>The newest revision.</summary>
    public long Revision
    {
        get
        {
            lock (_gate)
            {
                return _revision;
            }
        }
    }

    /// <summary>How many watches are open.</summary>
    public int Watches
    {
        get
        {
            lock (_gate)
            {
                return _watchers.Count;
            }
        }
    }

    public static ApiException Refuse(int code, string reason, string message) =>
        new(new Status { Outcome = "Failure", Code = code, Reason = reason, Message = message });

    public int CountOf(string call) => Calls.Count(c => c == call);

    /// <summary>Keeps events from all watches until <see cref="ReleaseEvents"/>.</summary>
    public void HoldEvents()
    {
        lock (_gate)
        {
            _held ??= [];
        }
    }

    public void ReleaseEvents()
    {
        lock (_gate)
        {
            var held = _held ?? [];
            _held = null;
            held.ForEach(send => send());
        }
    }

    /// <summary>Ends every open watch, in peace or with a failure.</summary>
    public void DropWatches(Exception? failure = null)
    {
        lock (_gate)
        {
            _watchers.ForEach(w => w.Events.Writer.TryComplete(failure));
            _watchers.Clear();
        }
    }

    /// <summary>Forgets the history: a watch from any earlier revision is expired.</summary>
    public void Compact()
    {
        lock (_gate)
        {
            _forgotten = _revision;
            _history.Clear();
        }
    }

    /// <summary>Moves the revision on and tells the watches of it.</summary>
    public void Bookmark()
    {
        lock (_gate)
        {
            _revision++;
            var mark = new JsonObject { ["metadata"] = new JsonObject { ["resourceVersion"] = _revision.ToString() } };
            Send(watcher => true, WatchEventType.Bookmark, mark);
        }
    }

    public ValueTask<ReadOnlyMemory<byte>> GetAsync(ObjectTarget target, CancellationToken cancellation)
    {
        Begin("get", target, cancellation);
        lock (_gate)
        {
            return new(Bytes(Find(target)));
        }
    }

    public ValueTask<ObjectList> ListAsync(ListRequest request, CancellationToken cancellation)
    {
        Begin("list", new ObjectTarget(request.Type, request.Namespace), cancellation);
        lock (_gate)
        {
            var all = _objects.Where(o => o.Key.Plural == request.Type.Plural && Covers(request.Namespace, o.Key.Key)).Select(o => o.Value).ToList();
            var from = request.Continue.Length > 0 ? int.Parse(request.Continue) : 0;
            var page = all.Skip(from).Take(request.Limit ?? int.MaxValue).Select(Bytes).ToList();
            var next = from + page.Count < all.Count ? (from + page.Count).ToString() : "";
            return new(new ObjectList(page, _revision.ToString(), next));
        }
    }

    public async IAsyncEnumerable<WatchEvent> WatchAsync(WatchRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        Begin("watch", new ObjectTarget(request.Type, request.Namespace), cancellation);
        var watcher = new Watcher(request.Type.Plural, request.Namespace, Channel.CreateUnbounded<WatchEvent>());
        lock (_gate)
        {
            var from = long.Parse(request.ResourceVersion);
            if (from < _forgotten)
            {
                throw Refuse(410, StatusReason.Expired, $"too old resource version: {from} ({_forgotten})");
            }

            foreach (var (revision, plural, type, value) in _history)
            {
                if (revision > from && plural == watcher.Plural && Covers(watcher.Namespace, Key(value)))
                {
                    var bytes = Bytes(value);
                    SendOrHold(() => watcher.Events.Writer.TryWrite(new WatchEvent(type, bytes)));
                }
            }

            _watchers.Add(watcher);
        }

        try
        {
            await foreach (var item in watcher.Events.Reader.ReadAllAsync(cancellation))
            {
                yield return item;
            }
        }
        finally
        {
            lock (_gate)
            {
                _watchers.Remove(watcher);
            }
        }
    }

    public ValueTask<ReadOnlyMemory<byte>> CreateAsync(
        ObjectTarget target, ReadOnlyMemory<byte> body, WriteOptions options, CancellationToken cancellation)
    {
        Begin("create", target, cancellation);
        lock (_gate)
        {
            var value = JsonNode.Parse(body.Span)!.AsObject();
            value["apiVersion"] ??= target.Type.ApiVersion;
            value["kind"] ??= target.Type.Kind;
            var metadata = value["metadata"] as JsonObject ?? [];
            value["metadata"] = metadata;
            metadata["namespace"] = target.Namespace;
            metadata["uid"] = $"uid-{++_uids}";
            metadata["generation"] = 1L;
            metadata["creationTimestamp"] = Now();
            var slot = (target.Type.Plural, Key(value));
            if (_objects.ContainsKey(slot))
            {
                throw Refuse(409, StatusReason.AlreadyExists, $"{target.Type.QualifiedPlural} \"{Key(value).Name}\" already exists");
            }

            return new(Store(slot, value, WatchEventType.Added));
        }
    }

    public ValueTask<ReadOnlyMemory<byte>> UpdateAsync(
        ObjectTarget target, ReadOnlyMemory<byte> body, WriteOptions options, CancellationToken cancellation)
    {
        Begin("update", target, cancellation);
        lock (_gate)
        {
            return new(Change(target, JsonNode.Parse(body.Span)!.AsObject()));
        }
    }

    public ValueTask<ReadOnlyMemory<byte>> PatchAsync(ObjectTarget target, Patch patch, WriteOptions options, CancellationToken cancellation)
    {
        Begin("patch", target, cancellation);
        Assert.Equal(PatchType.Merge, patch.Type);
        lock (_gate)
        {
            var change = JsonNode.Parse(patch.Body.Span)!.AsObject();
            return new(Change(target, Merge(Find(target).DeepClone(), change)!.AsObject(), (string?)change["metadata"]?["resourceVersion"]));
        }
    }

    public ValueTask<ReadOnlyMemory<byte>> DeleteAsync(ObjectTarget target, DeleteOptions options, CancellationToken cancellation)
    {
        Begin("delete", target, cancellation);
        lock (_gate)
        {
            var present = Find(target);
            if (options.Uid is { } uid && uid != (string?)present["metadata"]!["uid"])
            {
                throw Refuse(409, StatusReason.Conflict, "the uid is another");
            }

            if (present["metadata"]!["finalizers"] is JsonArray { Count: > 0 })
            {
                var marked = present.DeepClone().AsObject();
                marked["metadata"]!["deletionTimestamp"] ??= Now();
                return new(Store((target.Type.Plural, Key(present)), marked, WatchEventType.Modified));
            }

            Remove((target.Type.Plural, Key(present)), present);
            return new("""{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Success"}"""u8.ToArray());
        }
    }

    private static JsonNode? Merge(JsonNode? into, JsonNode? change)
    {
        if (change is not JsonObject fields)
        {
            return change?.DeepClone();
        }

        var result = into as JsonObject ?? [];
        foreach (var (name, value) in fields)
        {
            if (value is null)
            {
                result.Remove(name);
                continue;
            }

            var old = result[name];
            result.Remove(name);
            result[name] = Merge(old, value);
        }

        return result;
    }

    private static bool Covers(string @namespace, ObjectKey key) => @namespace.Length == 0 || @namespace == key.Namespace;

    private static ObjectKey Key(JsonObject value) => new((string?)value["metadata"]!["namespace"] ?? "", (string)value["metadata"]!["name"]!);

    private static ReadOnlyMemory<byte> Bytes(JsonObject value) => System.Text.Encoding.UTF8.GetBytes(value.ToJsonString());

    private string Now() => _time.GetUtcNow().UtcDateTime.ToString(KubernetesTimeConverter.Format);

    private void Begin(string verb, ObjectTarget target, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (_gate)
        {
            _calls.Add($"{verb} {target.Type.Plural}{(target.Subresource.Length > 0 ? "/" + target.Subresource : "")}");
        }

        Before?.Invoke(verb, target);
    }

    private JsonObject Find(ObjectTarget target) =>
        _objects.TryGetValue((target.Type.Plural, new ObjectKey(target.Namespace, target.Name)), out var value)
            ? value
            : throw Refuse(404, StatusReason.NotFound, $"{target.Type.QualifiedPlural} \"{target.Name}\" not found");

    private ReadOnlyMemory<byte> Change(ObjectTarget target, JsonObject wanted, string? version = null)
    {
        var present = Find(target);
        version ??= (string?)wanted["metadata"]!["resourceVersion"];
        if (version is { Length: > 0 } && version != (string)present["metadata"]!["resourceVersion"]!)
        {
            throw Refuse(409, StatusReason.Conflict, "the object has been modified");
        }

        var next = (target.Subresource == "status" ? present : wanted).DeepClone().AsObject();
        var status = (target.Subresource == "status" ? wanted : present)["status"]?.DeepClone();
        next.Remove("status");
        if (status is not null)
        {
            next["status"] = status;
        }

        next["metadata"]!["resourceVersion"] = (string)present["metadata"]!["resourceVersion"]!;
        if (JsonNode.DeepEquals(next, present))
        {
            return Bytes(present);
        }

        if (!JsonNode.DeepEquals(next["spec"], present["spec"]))
        {
            next["metadata"]!["generation"] = (long)present["metadata"]!["generation"]! + 1;
        }

        var slot = (target.Type.Plural, Key(present));
        if (next["metadata"]!["deletionTimestamp"] is not null && next["metadata"]!["finalizers"] is not JsonArray { Count: > 0 })
        {
            Remove(slot, next);
            return Bytes(next);
        }

        return Store(slot, next, WatchEventType.Modified);
    }

    private ReadOnlyMemory<byte> Store((string Plural, ObjectKey Key) slot, JsonObject value, WatchEventType type)
    {
        value["metadata"]!["resourceVersion"] = (++_revision).ToString();
        _objects[slot] = value;
        Tell(slot.Plural, type, value);
        return Bytes(value);
    }

    private void Remove((string Plural, ObjectKey Key) slot, JsonObject last)
    {
        var gone = last.DeepClone().AsObject();
        gone["metadata"]!["resourceVersion"] = (++_revision).ToString();
        _objects.Remove(slot);
        Tell(slot.Plural, WatchEventType.Deleted, gone);
    }

    private void Tell(string plural, WatchEventType type, JsonObject value)
    {
        _history.Add((_revision, plural, type, value));
        Send(watcher => watcher.Plural == plural && Covers(watcher.Namespace, Key(value)), type, value);
    }

    private void Send(Func<Watcher, bool> to, WatchEventType type, JsonObject value)
    {
        var bytes = Bytes(value);
        foreach (var watcher in _watchers.Where(to).ToList())
        {
            SendOrHold(() => watcher.Events.Writer.TryWrite(new WatchEvent(type, bytes)));
        }
    }

    private void SendOrHold(Action send)
    {
        if (_held is not null)
        {
            _held.Add(send);
        }
        else
        {
            send();
        }
    }

    private sealed record Watcher(string Plural, string Namespace, Channel<WatchEvent> Events);
}
