namespace Slipway.Server.Verbs;

/// <summary>What to watch, as the query string says it.</summary>
internal sealed record WatchOptions
{
    /// <summary>A label selector; empty for all.</summary>
    public string LabelSelector { get; init; } = "";

    /// <summary>A field selector; empty for all.</summary>
    public string FieldSelector { get; init; } = "";

    /// <summary>Empty or <c>0</c>: everything present as added, then changes; else changes strictly after.</summary>
    public string ResourceVersion { get; init; } = "";

    /// <summary>Makes sense for lists only; empty where not said.</summary>
    public string Continue { get; init; } = "";

    /// <summary><c>NotOlderThan</c> or empty.</summary>
    public string ResourceVersionMatch { get; init; } = "";

    /// <summary>Whether bookmarks are welcome.</summary>
    public bool AllowBookmarks { get; init; }

    /// <summary>Whether to send what is present, then a marked bookmark (WatchList); null where not said.</summary>
    public bool? SendInitialEvents { get; init; }

    /// <summary>When to end; null for the server's choice.</summary>
    public TimeSpan? Timeout { get; init; }
}
