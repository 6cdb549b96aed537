namespace Slipway.Controllers.MachineHealthChecks;

/// <summary>What a check finds of one Machine.</summary>
/// <param name="Target">The Machine.</param>
/// <param name="State">The finding.</param>
internal sealed record Health(Target Target, HealthState State)
{
    /// <summary>Why it is not healthy, for programs; empty where it is not unhealthy.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Why it is not healthy, for people; empty where it is not unhealthy.</summary>
    public string Message { get; init; } = "";

    /// <summary>How long until time alone may change the finding; null for never.</summary>
    public TimeSpan? ChangesIn { get; init; }
}
