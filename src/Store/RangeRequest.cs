namespace Slipway.Store;

/// <summary>Asks for values.</summary>
/// <param name="Prefix">Only keys that begin so; empty for all.</param>
public readonly record struct RangeRequest(string Prefix)
{
    /// <summary>Only keys after this one, exclusively; empty from the first.</summary>
    public string After { get; init; } = "";

    /// <summary>At most this many; 0 for all.</summary>
    public int Limit { get; init; }

    /// <summary>As things were at this revision; 0 for the newest.</summary>
    public long Revision { get; init; }
}
