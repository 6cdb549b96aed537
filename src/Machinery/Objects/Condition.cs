namespace Slipway.Machinery.Objects;

/// <summary>One observed aspect of an object's state (metav1.Condition).</summary>
public sealed record Condition
{
    /// <summary>Names the aspect, in CamelCase.</summary>
    public string Type { get; init; } = "";

    /// <summary><c>True</c>, <c>False</c> or <c>Unknown</c>.</summary>
    public string Status { get; init; } = "";

    /// <summary>The object's generation that this condition was computed from.</summary>
    public long? ObservedGeneration { get; init; }

    /// <summary>When <see cref="Status"/> last changed, to the second.</summary>
    public DateTimeOffset LastTransitionTime { get; init; }

    /// <summary>Why, as one CamelCase word for programs.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Why, for people; may be empty.</summary>
    public string Message { get; init => field = value ?? ""; } = "";
}
