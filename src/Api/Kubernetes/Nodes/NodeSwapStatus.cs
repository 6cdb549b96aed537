namespace Slipway.Api.Kubernetes.Nodes;

/// <summary>The swap space of a node.</summary>
public sealed record NodeSwapStatus
{
    /// <summary>Its size in bytes.</summary>
    public long? Capacity { get; init; }
}
