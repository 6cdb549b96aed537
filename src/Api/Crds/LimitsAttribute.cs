namespace Slipway.Api.Crds;

/// <summary>Bounds of a field; only those named are part of the schema.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class LimitsAttribute : Attribute
{
    /// <summary>The least length of a string, in characters.</summary>
    public int MinLength { get; init; }

    /// <summary>The greatest length of a string, in characters.</summary>
    public int MaxLength { get; init; }

    /// <summary>The least number.</summary>
    public long Minimum { get; init; }

    /// <summary>The greatest number.</summary>
    public long Maximum { get; init; }

    /// <summary>The least count of items.</summary>
    public int MinItems { get; init; }

    /// <summary>The greatest count of items.</summary>
    public int MaxItems { get; init; }

    /// <summary>The regular expression that a string must match.</summary>
    public string Pattern { get; init; } = "";

    /// <summary>The OpenAPI format in place of the one that the type stands for; empty for none.</summary>
    public string Format { get; init; } = "";
}
