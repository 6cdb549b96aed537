using Slipway.Api.Json;

namespace Slipway.Api.Kubernetes.Apps;

/// <summary>How far the pods are.</summary>
public sealed record DaemonSetStatus : IOmitEmpty
{
    /// <summary>Nodes that have its pod.</summary>
    public int? CurrentNumberScheduled { get; init; }

    /// <summary>Nodes that should have it.</summary>
    public int? DesiredNumberScheduled { get; init; }

    /// <summary>Nodes whose pod is ready.</summary>
    public int? NumberReady { get; init; }

    /// <summary>Nodes whose pod is available.</summary>
    public int? NumberAvailable { get; init; }

    /// <summary>Nodes whose pod is of the newest template.</summary>
    public int? UpdatedNumberScheduled { get; init; }

    /// <summary>Nodes that have its pod and should not.</summary>
    public int? NumberMisscheduled { get; init; }

    /// <summary>The generation that was last seen.</summary>
    public long? ObservedGeneration { get; init; }
}
