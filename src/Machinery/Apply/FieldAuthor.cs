namespace Slipway.Machinery.Apply;

/// <summary>Who writes fields.</summary>
/// <param name="Manager">The field manager's name; empty counts as <c>unknown</c>.</param>
/// <param name="Operation">How.</param>
/// <param name="Subresource">Through which subresource; empty for the object itself.</param>
public sealed record FieldAuthor(string Manager, ManagedOperation Operation, string Subresource = "")
{
    /// <summary>Who owns what was there before the first apply to an object of which nothing was known.</summary>
    public const string BeforeFirstApply = "before-first-apply";

    /// <summary>Who owns what many updaters once wrote.</summary>
    public const string Ancient = "ancient-changes";

    /// <summary>The manager's name.</summary>
    public string Manager { get; } = Manager.Length > 0 ? Manager : "unknown";
}
