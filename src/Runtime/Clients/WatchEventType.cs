namespace Slipway.Runtime.Clients;

/// <summary>What a watch tells of.</summary>
public enum WatchEventType
{
    /// <summary>The object is new, or has come to match the selector.</summary>
    Added,

    /// <summary>The object changed.</summary>
    Modified,

    /// <summary>The object is gone, or no longer matches the selector.</summary>
    Deleted,

    /// <summary>Only the resource version moved on.</summary>
    Bookmark,
}
