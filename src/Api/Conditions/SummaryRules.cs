namespace Slipway.Api.Conditions;

/// <summary>How a summary is made of an object's own conditions.</summary>
public sealed record SummaryRules
{
    /// <summary>The types to look at, in the order in which they are told.</summary>
    public required IReadOnlyList<string> Types { get; init; }

    /// <summary>The types that are good when they do not hold.</summary>
    public IReadOnlyCollection<string> NegativeTypes { get; init; } = [];

    /// <summary>The types that are passed by where they are missing; others count as unknown then.</summary>
    public IReadOnlyCollection<string> OptionalTypes { get; init; } = [];

    /// <summary>The reasons of the summary; null for the reason that all share, or a general one.</summary>
    public MergeReasons? Reasons { get; init; }
}
