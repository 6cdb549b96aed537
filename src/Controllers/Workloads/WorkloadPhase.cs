namespace Slipway.Controllers.Workloads;

/// <summary>How far the connection to a workload cluster has come.</summary>
public enum WorkloadPhase
{
    /// <summary>Something must exist first; nothing was tried.</summary>
    Waiting,

    /// <summary>A connection was tried and failed, or an earlier one was lost; it is tried again.</summary>
    Down,

    /// <summary>The connection stands.</summary>
    Connected,
}
