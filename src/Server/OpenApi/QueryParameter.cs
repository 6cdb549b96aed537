namespace Slipway.Server.OpenApi;

/// <summary>A parameter of requests.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type"><c>string</c>, <c>integer</c> or <c>boolean</c>.</param>
/// <param name="Description">What it does.</param>
/// <param name="Place"><c>query</c> or <c>path</c>.</param>
internal sealed record QueryParameter(string Name, string Type, string Description, string Place = "query")
{
    /// <summary>The object's name in the path.</summary>
    public static QueryParameter ObjectName { get; } = new("name", "string", "The name of the object.", "path");

    /// <summary>The namespace in the path.</summary>
    public static QueryParameter Namespace { get; } = new("namespace", "string", "The namespace of the object.", "path");

    /// <summary>Of creations and updates.</summary>
    public static IReadOnlyList<QueryParameter> Write { get; } =
    [
        new("dryRun", "string", "All: everything is checked and nothing is stored."),
        new("fieldManager", "string", "Who writes: at most 128 printable characters."),
        new("fieldValidation", "string", "What to do about unknown and duplicate fields: Ignore, Warn or Strict."),
    ];

    /// <summary>Of patches.</summary>
    public static IReadOnlyList<QueryParameter> Patch { get; } =
        [.. Write, new("force", "boolean", "Take over fields that others own; for server-side apply only.")];

    /// <summary>Of deletions.</summary>
    public static IReadOnlyList<QueryParameter> Delete { get; } =
    [
        Write[0],
        new("gracePeriodSeconds", "integer", "How long the object is given to end."),
        new("orphanDependents", "boolean", "Superseded by propagationPolicy."),
        new("propagationPolicy", "string", "What becomes of owned objects: Orphan, Background or Foreground."),
    ];

    /// <summary>Of lists and watches.</summary>
    public static IReadOnlyList<QueryParameter> List { get; } =
    [
        new("allowWatchBookmarks", "boolean", "Whether bookmarks are welcome in a watch."),
        new("continue", "string", "The token of the page before."),
        new("fieldSelector", "string", "Only objects whose fields match."),
        new("labelSelector", "string", "Only objects whose labels match."),
        new("limit", "integer", "At most this many objects."),
        new("resourceVersion", "string", "The revision to read or to watch from."),
        new("resourceVersionMatch", "string", "How resourceVersion is meant: Exact or NotOlderThan."),
        new("sendInitialEvents", "boolean", "Whether a watch begins with what is present."),
        new("timeoutSeconds", "integer", "When a watch ends."),
        new("watch", "boolean", "Whether to follow changes instead of listing."),
    ];
}
