namespace Slipway.Unit.Support.Linearizability;

/// <summary>One call of one client, as it was seen from outside.</summary>
/// <param name="Begin">When it was made, on a clock that all clients share.</param>
/// <param name="End">When it was answered; <see cref="long.MaxValue"/> where the outcome is not known.</param>
/// <param name="Text">The call and its answer, for people.</param>
/// <param name="Apply">The state after it, of a state before it; null where that answer cannot be in that state.</param>
internal sealed record Operation(long Begin, long End, string Text, Func<string, string?> Apply)
{
    /// <summary>Whether the caller never learned what became of it: it may have happened at any time since, or never.</summary>
    public bool IsOpen => End == long.MaxValue;
}
