namespace Slipway.Controllers.Workloads;

/// <summary>What happened to a workload cluster.</summary>
public enum WorkloadChangeType
{
    /// <summary>The connection stands and the Nodes are known.</summary>
    Connected,

    /// <summary>The connection was lost or given up.</summary>
    Disconnected,

    /// <summary>Probes begin to fail, or to succeed again.</summary>
    Probed,

    /// <summary>A Node came, changed or went.</summary>
    Node,

    /// <summary>A Pod of the control plane came, changed or went; told only where somebody asked for these Pods.</summary>
    ControlPlanePod,
}
