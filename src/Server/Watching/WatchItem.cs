using Slipway.Runtime.Clients;

namespace Slipway.Server.Watching;

/// <summary>
/// One event of a watch. The same instance goes to all watchers of a version, so that representations made from it (a JSON
/// line, a table row) can be made once.
/// </summary>
/// <param name="Type">What happened; null for an error, whose object is a Status.</param>
/// <param name="Object">UTF-8 JSON.</param>
/// <param name="ResourceVersion">The revision of the event.</param>
internal sealed record WatchItem(WatchEventType? Type, ReadOnlyMemory<byte> Object, long ResourceVersion)
{
    /// <summary>The event as one line of a JSON watch, made on first use.</summary>
    public ReadOnlyMemory<byte> Line => _line ??= MakeLine();

    private byte[]? _line;

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
        var line = new byte[head.Length + Object.Length + 2];
        head.CopyTo(line);
        Object.Span.CopyTo(line.AsSpan(head.Length));
        line[^2] = (byte)'}';
        line[^1] = (byte)'\n';
        return line;
    }
}
