namespace Slipway.Controllers.Shared;

/// <summary>The waits of one pass, of which the shortest decides when to look again. Not safe for concurrent use.</summary>
internal sealed class Waits
{
    private readonly List<(TimeSpan Delay, string Reason)> _all = [];

    /// <summary>The shortest wait and what it is for; null where nothing is waited for by the clock.</summary>
    public (TimeSpan Delay, string Reason)? Shortest => _all.Count == 0 ? null : _all.MinBy(w => w.Delay);

    /// <summary>Adds a wait.</summary>
    /// <param name="delay">How long; not negative.</param>
    /// <param name="reason">What for.</param>
    public void Add(TimeSpan delay, string reason) => _all.Add((delay < TimeSpan.Zero ? TimeSpan.Zero : delay, reason));

    /// <summary>Adds other waits.</summary>
    /// <param name="others">The waits.</param>
    public void Add(Waits others) => _all.AddRange(others._all);
}
