namespace Slipway.Machinery.Objects;

/// <summary>The metadata of a list.</summary>
public sealed record ListMeta
{
    /// <summary>The store's revision that the list shows.</summary>
    public string? ResourceVersion { get; init; }

    /// <summary>The token that asks for the next page; absent on the last.</summary>
    public string? Continue { get; init; }

    /// <summary>How many objects follow this page, where that is known.</summary>
    public long? RemainingItemCount { get; init; }
}
