namespace Slipway.Machinery.Objects;

/// <summary>The object and the causes that a <see cref="Status"/> speaks of.</summary>
public sealed record StatusDetails
{
    /// <summary>The object's name.</summary>
    public string? Name { get; init; }

    /// <summary>The object's API group.</summary>
    public string? Group { get; init; }

    /// <summary>The object's kind, or its resource name where there is no object.</summary>
    public string? Kind { get; init; }

    /// <summary>The object's uid.</summary>
    public string? Uid { get; init; }

    /// <summary>One entry for each field or rule at fault.</summary>
    public IReadOnlyList<StatusCause>? Causes { get; init; }

    /// <summary>After how many seconds to try again.</summary>
    public int? RetryAfterSeconds { get; init; }
}
