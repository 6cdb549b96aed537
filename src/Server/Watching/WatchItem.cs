using Slipway.Runtime.Clients;
using Slipway.Server.Objects;
using Slipway.Server.Resources;

namespace Slipway.Server.Watching;

/// <summary>
/// One event of a watch. The same instance goes to all watchers of a version, so that what is made from it (a JSON line, a
/// line of metadata) is made once.
/// </summary>
internal sealed class WatchItem
{
    private readonly CachedObject? _source;
    private readonly ResourceDefinition? _definition;
    private readonly ResourceVersion? _version;
    private byte[]? _line;
    private object? _object;
    private Shape? _shapes;

    /// <summary>An event of bytes: a bookmark, or an error.</summary>
    /// <param name="type">What happened; null for an error, whose object is a Status.</param>
    /// <param name="value">UTF-8 JSON.</param>
    /// <param name="resourceVersion">The revision of the event.</param>
    public WatchItem(WatchEventType? type, ReadOnlyMemory<byte> value, long resourceVersion) =>
        (Type, _object, ResourceVersion) = (type, value, resourceVersion);

    /// <summary>An event of an object.</summary>
    /// <param name="type">What happened.</param>
    /// <param name="value">The object, under the revision of the event.</param>
    /// <param name="definition">The kind.</param>
    /// <param name="version">The version in which it is shown.</param>
    public WatchItem(WatchEventType type, CachedObject value, ResourceDefinition definition, ResourceVersion version) =>
        (Type, ResourceVersion, _source, _definition, _version) = (type, value.Revision, value, definition, version);

    /// <summary>What happened; null for an error, whose object is a Status.</summary>
    public WatchEventType? Type { get; }

    /// <summary>The revision of the event.</summary>
    public long ResourceVersion { get; }

    /// <summary>UTF-8 JSON, made on first use.</summary>
    public ReadOnlyMemory<byte> Object => (ReadOnlyMemory<byte>)(Volatile.Read(ref _object) ?? Once(ref _object, _source!.In(_definition!, _version!)));

    /// <summary>The event as one line of a JSON watch, made on first use.</summary>
    public ReadOnlyMemory<byte> Line => Volatile.Read(ref _line) ?? Once(ref _line, MakeLine());

    /// <summary>The event in another shape than <see cref="Line"/>, made on first use and the same for all who ask for it.</summary>
    /// <param name="name">The shape's name.</param>
    /// <param name="make">Makes it from the event alone.</param>
    public ReadOnlyMemory<byte> Shaped(string name, Func<WatchItem, ReadOnlyMemory<byte>> make)
    {
        if (Find(Volatile.Read(ref _shapes), name) is { } made)
        {
            return made.Bytes;
        }

        var bytes = make(this);
        while (true)
        {
            var first = Volatile.Read(ref _shapes);
            if (Find(first, name) is { } earlier)
            {
                return earlier.Bytes;
            }

            if (Interlocked.CompareExchange(ref _shapes, new Shape(name, bytes, first), first) == first)
            {
                return bytes;
            }
        }
    }

    private static Shape? Find(Shape? first, string name)
    {
        var known = first;
        while (known is not null && known.Name != name)
        {
            known = known.Next;
        }

        return known;
    }

    /// <summary>What was made, unless somebody was faster: then what he made.</summary>
    private static T Once<T>(ref T? place, T made)
        where T : class => Interlocked.CompareExchange(ref place, made, null) ?? made;

    private byte[] MakeLine()
    {
        var head = Type switch
        {
            WatchEventType.Added => "{\"type\":\"ADDED\",\"object\":"u8,
            WatchEventType.Modified => "{\"type\":\"MODIFIED\",\"object\":"u8,
            WatchEventType.Deleted => "{\"type\":\"DELETED\",\"object\":"u8,
            WatchEventType.Bookmark => "{\"type\":\"BOOKMARK\",\"object\":"u8,
            _ => "{\"type\":\"ERROR\",\"object\":"u8,
        };
        if (_source is not null && _source.IsIn(_definition!, _version!))
        {
            var at = _source.Head.MetadataAt;
            var stored = _source.Stored.Span;
            return [.. head, .. stored[..at], .. ObjectBytes.RevisionWord(_source.Revision, stored[at] == (byte)'}'), .. stored[at..], .. "}\n"u8];
        }

        return [.. head, .. Object.Span, .. "}\n"u8];
    }

    private sealed record Shape(string Name, ReadOnlyMemory<byte> Bytes, Shape? Next);
}
