namespace Slipway.Machinery.Objects;

/// <summary>One reason for a refusal.</summary>
public sealed record StatusCause
{
    /// <summary>What kind of fault, for programs; for example <c>FieldValueInvalid</c>.</summary>
    public string? Reason { get; init; }

    /// <summary>The fault, for people.</summary>
    public string? Message { get; init; }

    /// <summary>The field's path, for example <c>spec.replicas</c>.</summary>
    public string? Field { get; init; }
}
