namespace Slipway.Controllers.Workloads;

/// <summary>The connection to one workload cluster, as it is now.</summary>
/// <param name="Phase">How far it has come.</param>
/// <param name="Message">Why it is not connected, or what the last probe met, as a sentence; empty where all is well.</param>
/// <param name="Since">When the phase began; the beginning of time where nothing was ever looked at.</param>
public sealed record WorkloadState(WorkloadPhase Phase, string Message, DateTimeOffset Since)
{
    /// <summary>A cluster that nobody has looked at yet.</summary>
    public static WorkloadState Unseen { get; } = new(WorkloadPhase.Waiting, "The Cluster was not looked at yet", default);

    /// <summary>When the API server was last asked for a sign of life; null for never.</summary>
    public DateTimeOffset? LastProbe { get; init; }

    /// <summary>When it last gave one; null for never.</summary>
    public DateTimeOffset? LastProbeSuccess { get; init; }

    /// <summary>How many probes or attempts failed in a row.</summary>
    public int Failures { get; init; }

    /// <summary>Whether the connection stands.</summary>
    public bool IsConnected => Phase == WorkloadPhase.Connected;
}
