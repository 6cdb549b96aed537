namespace Slipway.Api.Crds;

/// <summary>The object must have at least this many fields, so that it is left out rather than written empty.</summary>
/// <param name="count">How many.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class MinPropertiesAttribute(int count) : Attribute
{
    /// <summary>How many.</summary>
    public int Count { get; } = count;
}
