namespace Slipway.Api.Kubernetes.Nodes;

/// <summary>The node swap status.</summary>
public sealed record NodeSwapStatus
{
    /// <summary>The capacity.</summary>
    public long? Capacity { get; init; }
}
