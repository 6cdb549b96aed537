namespace Slipway.Server.Verbs;

/// <summary>Which part of a collection, as the query string says it.</summary>
internal sealed record ListOptions
{
    /// <summary>A label selector; empty for all.</summary>
    public string LabelSelector { get; init; } = "";

    /// <summary>A field selector; empty for all.</summary>
    public string FieldSelector { get; init; } = "";

    /// <summary>At most this many; 0 for all.</summary>
    public long Limit { get; init; }

    /// <summary>The token of the page before.</summary>
    public string Continue { get; init; } = "";

    /// <summary>Empty for the newest, <c>0</c> for any, else read with <see cref="ResourceVersionMatch"/>.</summary>
    public string ResourceVersion { get; init; } = "";

    /// <summary><c>Exact</c>, <c>NotOlderThan</c> or empty.</summary>
    public string ResourceVersionMatch { get; init; } = "";

    /// <summary>Makes sense for watches only; null where not said.</summary>
    public bool? SendInitialEvents { get; init; }
}
