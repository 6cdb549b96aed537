namespace Slipway.Api.Crds;

/// <summary>The list is a map: its items are told apart by these fields.</summary>
/// <param name="keys">The fields, by their JSON names.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ListMapAttribute(params string[] keys) : Attribute
{
    /// <summary>The fields, by their JSON names.</summary>
    public string[] Keys { get; } = keys;
}
