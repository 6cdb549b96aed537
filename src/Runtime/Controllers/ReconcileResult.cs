namespace Slipway.Runtime.Controllers;

/// <summary>How a pass ended well: either nothing is left but to wait for changes, or time itself is waited for.</summary>
public readonly record struct ReconcileResult
{
    private ReconcileResult(TimeSpan delay, string reason)
    {
        Delay = delay;
        Reason = reason;
    }

    /// <summary>Wake me when something changes.</summary>
    public static ReconcileResult Done => default;

    /// <summary>How long to wait; zero for <see cref="Done"/>.</summary>
    public TimeSpan Delay { get; }

    /// <summary>What is waited for, for people; null for <see cref="Done"/>.</summary>
    public string? Reason { get; }

    /// <summary>Whether the object is to be looked at again without a change.</summary>
    public bool IsDelayed => Reason is not null;

    /// <summary>Look again after a time, or earlier if something changes.</summary>
    /// <param name="delay">How long; not negative. Zero means at once, behind the others.</param>
    /// <param name="reason">What is waited for, for people.</param>
    public static ReconcileResult After(TimeSpan delay, string reason)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        ArgumentException.ThrowIfNullOrEmpty(reason);
        return new ReconcileResult(delay, reason);
    }

    /// <summary>The one that looks again earlier.</summary>
    /// <param name="first">One result.</param>
    /// <param name="second">Another.</param>
    public static ReconcileResult Earlier(ReconcileResult first, ReconcileResult second) =>
        !second.IsDelayed || (first.IsDelayed && first.Delay <= second.Delay) ? first : second;

    /// <summary>Prints the wait and its reason.</summary>
    public override string ToString() => IsDelayed ? $"after {Delay}: {Reason}" : "done";
}
