namespace Slipway.Api.Kubernetes.Pods;

/// <summary>What a container does; exactly one is set.</summary>
public sealed record ContainerState
{
    /// <summary>It is not started.</summary>
    public ContainerStateReason? Waiting { get; init; }

    /// <summary>It runs.</summary>
    public ContainerStateReason? Running { get; init; }

    /// <summary>It has ended.</summary>
    public ContainerStateReason? Terminated { get; init; }
}
