namespace Slipway.Api.Crds;

/// <summary>The only values that the field takes.</summary>
/// <param name="values">The values.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class AllowedAttribute(params string[] values) : Attribute
{
    /// <summary>The values.</summary>
    public string[] Values { get; } = values;
}
