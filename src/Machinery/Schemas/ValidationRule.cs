namespace Slipway.Machinery.Schemas;

/// <summary>One entry of <c>x-kubernetes-validations</c>, as it is written.</summary>
internal sealed record ValidationRule(string Rule)
{
    public string Message { get; init; } = "";

    public string MessageExpression { get; init; } = "";

    public string Reason { get; init; } = "";

    public string FieldPath { get; init; } = "";

    public bool OptionalOldSelf { get; init; }

    /// <summary>Whether <c>optionalOldSelf</c> is written at all.</summary>
    public bool SaysOptionalOldSelf { get; init; }
}
