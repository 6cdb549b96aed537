namespace Slipway.Machinery.Json;

/// <summary>How large a document <see cref="StrictJson"/> takes.</summary>
public sealed record StrictJsonLimits
{
    /// <summary>3 MiB and 500 levels: the largest request body of the Kubernetes API.</summary>
    public static StrictJsonLimits Default { get; } = new();

    /// <summary>The most bytes.</summary>
    public int Bytes { get; init; } = 3 * 1024 * 1024;

    /// <summary>The most objects and arrays within each other.</summary>
    public int Depth { get; init; } = 500;
}
