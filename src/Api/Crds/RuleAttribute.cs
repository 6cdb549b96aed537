namespace Slipway.Api.Crds;

/// <summary>A rule in the Common Expression Language that the value must pass.</summary>
/// <param name="expression">The expression; <c>self</c> is the value.</param>
/// <param name="message">What to say where it fails.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class, AllowMultiple = true)]
internal sealed class RuleAttribute(string expression, string message) : Attribute
{
    /// <summary>The expression; <c>self</c> is the value.</summary>
    public string Expression { get; } = expression;

    /// <summary>What to say where it fails.</summary>
    public string Message { get; } = message;
}
