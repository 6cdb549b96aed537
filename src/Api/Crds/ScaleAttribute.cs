namespace Slipway.Api.Crds;

/// <summary>The kind has a scale subresource.</summary>
/// <param name="specReplicas">The path of the count wanted.</param>
/// <param name="statusReplicas">The path of the count observed.</param>
/// <param name="selector">The path of the selector in its string form; empty for none.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ScaleAttribute(string specReplicas, string statusReplicas, string selector) : Attribute
{
    /// <summary>The path of the count wanted.</summary>
    public string SpecReplicas { get; } = specReplicas;

    /// <summary>The path of the count observed.</summary>
    public string StatusReplicas { get; } = statusReplicas;

    /// <summary>The path of the selector in its string form; empty for none.</summary>
    public string Selector { get; } = selector;
}
