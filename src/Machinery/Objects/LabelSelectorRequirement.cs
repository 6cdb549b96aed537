namespace Slipway.Machinery.Objects;

/// <summary>One requirement on one label.</summary>
public sealed record LabelSelectorRequirement
{
    /// <summary>The label key.</summary>
    public string Key { get; init; } = "";

    /// <summary><c>In</c>, <c>NotIn</c>, <c>Exists</c> or <c>DoesNotExist</c>.</summary>
    public string Operator { get; init; } = "";

    /// <summary>The values for <c>In</c> and <c>NotIn</c>; empty for the others.</summary>
    public IReadOnlyList<string> Values { get; init => field = value ?? []; } = [];
}
