namespace Slipway.Machinery.Apply;

/// <summary>How a manager came to own fields.</summary>
public enum ManagedOperation
{
    /// <summary>By server-side apply: it states all that it wants, and what it no longer states goes.</summary>
    Apply,

    /// <summary>By any other write.</summary>
    Update,
}
