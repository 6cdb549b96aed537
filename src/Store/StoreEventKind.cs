namespace Slipway.Store;

/// <summary>What a watch tells of.</summary>
public enum StoreEventKind
{
    /// <summary>A value was written.</summary>
    Put,

    /// <summary>A key was deleted.</summary>
    Delete,

    /// <summary>The watch ends: what it asked for is compacted; list anew.</summary>
    Compacted,

    /// <summary>The watch ends: its reader was too slow; list anew.</summary>
    Lagged,
}
