using Slipway.Runtime.Clients;
using Slipway.Server.Resources;

namespace Slipway.Server.Watching;

/// <summary>One change of one object, shared by all who watch.</summary>
/// <param name="type">What happened.</param>
/// <param name="value">The state after the change; for a deletion the last state under the revision of the deletion.</param>
/// <param name="previous">The state before; null for a new object.</param>
internal sealed class CacheEvent(WatchEventType type, CachedObject value, CachedObject? previous)
{
    private Representation? _items;

    /// <summary>What happened.</summary>
    public WatchEventType Type { get; } = type;

    /// <summary>The state after the change; for a deletion the last state under the revision of the deletion.</summary>
    public CachedObject Object { get; } = value;

    /// <summary>The state before; null for a new object.</summary>
    public CachedObject? Previous { get; } = previous;

    /// <summary>The revision of the change.</summary>
    public long Revision => Object.Revision;

    /// <summary>
    /// The event as a watcher of a version sees it; made at most once for each version and type. For one whose selector the
    /// object no longer meets, that is a deletion with the state before under the revision of the change.
    /// </summary>
    /// <param name="seen">What the watcher sees happen.</param>
    /// <param name="definition">The kind.</param>
    /// <param name="version">The version.</param>
    public WatchItem Item(WatchEventType seen, ResourceDefinition definition, ResourceVersion version)
    {
        if (Find(Volatile.Read(ref _items), seen, version) is { } made)
        {
            return made;
        }

        var shown = seen == WatchEventType.Deleted && Type != WatchEventType.Deleted ? Previous!.At(Revision) : Object;
        var item = new WatchItem(seen, shown, definition, version);
        while (true)
        {
            // Whoever was faster has made the one that all watchers share.
            var first = Volatile.Read(ref _items);
            if (Find(first, seen, version) is { } earlier)
            {
                return earlier;
            }

            if (Interlocked.CompareExchange(ref _items, new Representation(version, item, first), first) == first)
            {
                return item;
            }
        }
    }

    private static WatchItem? Find(Representation? first, WatchEventType seen, ResourceVersion version)
    {
        for (var known = first; known is not null; known = known.Next)
        {
            if (ReferenceEquals(known.Version, version) && known.Item.Type == seen)
            {
                return known.Item;
            }
        }

        return null;
    }

    private sealed record Representation(ResourceVersion Version, WatchItem Item, Representation? Next);
}
