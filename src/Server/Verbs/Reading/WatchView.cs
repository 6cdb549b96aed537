using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;
using Slipway.Server.Failures;
using Slipway.Server.Objects;
using Slipway.Server.Watching;

namespace Slipway.Server.Verbs.Reading;

/// <summary>
/// What one watcher sees of the changes of a kind: an object that comes to match the selectors is added for him, one that
/// no longer matches is deleted.
/// </summary>
/// <param name="call">The collection or object.</param>
/// <param name="selection">Which objects.</param>
internal sealed class WatchView(Call call, Selection selection)
{
    private static readonly JsonTypeInfo<Status> StatusType = KubernetesJson.Of<Status>(KubernetesJson.Default);

    /// <summary>The objects that are present, as added.</summary>
    /// <param name="objects">All that are present.</param>
    public IEnumerable<WatchItem> Present(IEnumerable<CachedObject> objects)
    {
        CachedObject.Prepare(objects.Where(Matches), call.Definition, call.Version);
        return objects.Where(Matches).Select(o => new WatchItem(WatchEventType.Added, o, call.Definition, call.Version));
    }

    /// <summary>What the watcher sees of a change; null for nothing.</summary>
    /// <param name="change">The change.</param>
    public WatchItem? Item(CacheEvent change)
    {
        var was = change.Previous is { } previous && Matches(previous);
        var isNow = change.Type != WatchEventType.Deleted && Matches(change.Object);
        return (was, isNow) switch
        {
            (false, false) => null,
            (false, true) => change.Item(WatchEventType.Added, call.Definition, call.Version),
            (true, true) => change.Item(WatchEventType.Modified, call.Definition, call.Version),
            _ => change.Item(WatchEventType.Deleted, call.Definition, call.Version),
        };
    }

    /// <summary>Tells that everything up to a revision was told.</summary>
    /// <param name="revision">The revision.</param>
    public WatchItem Bookmark(long revision) => new(WatchEventType.Bookmark, ObjectBytes.Show(Empty(), revision), revision);

    /// <summary>Tells that everything that was present has been told.</summary>
    /// <param name="revision">The revision of that state.</param>
    public WatchItem InitialEnd(long revision)
    {
        var marked = Empty();
        Meta.Of(marked)["annotations"] = new JsonObject { ["k8s.io/initial-events-end"] = "true" };
        return new WatchItem(WatchEventType.Bookmark, ObjectBytes.Show(marked, revision), revision);
    }

    /// <summary>Tells that the changes after a revision are no longer known.</summary>
    /// <param name="revision">The revision.</param>
    /// <param name="oldest">The oldest that would do.</param>
    public WatchItem Expired(long revision, long oldest)
    {
        var status = Refuse.Expired($"too old resource version: {revision} ({oldest})").Status;
        return new WatchItem(null, JsonSerializer.SerializeToUtf8Bytes(status, StatusType), oldest);
    }

    private bool Matches(CachedObject value) => (call.Name.Length == 0 || value.Name == call.Name) && (selection.IsEverything || selection.Matches(value));

    private JsonObject Empty() => new()
    {
        ["apiVersion"] = call.Definition.Type(call.Version).ApiVersion,
        ["kind"] = call.Definition.Kind.Kind,
        ["metadata"] = new JsonObject { ["creationTimestamp"] = null },
    };
}
