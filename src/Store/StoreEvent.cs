namespace Slipway.Store;

/// <summary>One change, or the end of a watch.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Key">The key; empty for the end of a watch.</param>
/// <param name="Revision">The revision of the change.</param>
/// <param name="Value">The value after the change; empty for a deletion.</param>
/// <param name="CreateRevision">The revision at which the key came into being.</param>
public readonly record struct StoreEvent(StoreEventKind Kind, string Key, long Revision, ReadOnlyMemory<byte> Value, long CreateRevision)
{
    /// <summary>Whether the change brought the key into being.</summary>
    public bool IsCreate => Kind == StoreEventKind.Put && CreateRevision == Revision;

    internal static StoreEvent End(StoreEventKind kind, long revision) => new(kind, "", revision, default, 0);
}
