namespace Slipway.Store;

/// <summary>What a watch tells of.</summary>
public enum StoreEventKind
{
    /// <summary>A value was written.</summary>
    Put,

    /// <summary>A key was deleted.</summary>
    Delete,

    /// <summary>
    /// Nothing else happened up to a revision: all changes under the prefix up to it have been told. Only of a store whose
    /// revisions are also those of others' keys.
    /// </summary>
    Progress,

    /// <summary>The watch ends: what it asked for is compacted; list anew.</summary>
    Compacted,

    /// <summary>The watch ends: its reader was too slow; list anew.</summary>
    Lagged,
}
