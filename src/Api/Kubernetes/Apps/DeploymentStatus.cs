using Slipway.Api.Json;

namespace Slipway.Api.Kubernetes.Apps;

/// <summary>How far the pods are.</summary>
public sealed record DeploymentStatus : IOmitEmpty
{
    /// <summary>Pods that there are.</summary>
    public int? Replicas { get; init; }

    /// <summary>Pods that are ready.</summary>
    public int? ReadyReplicas { get; init; }

    /// <summary>Pods that are available.</summary>
    public int? AvailableReplicas { get; init; }

    /// <summary>Pods of the newest template.</summary>
    public int? UpdatedReplicas { get; init; }

    /// <summary>The generation that was last seen.</summary>
    public long? ObservedGeneration { get; init; }
}
