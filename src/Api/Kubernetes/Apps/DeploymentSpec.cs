using Slipway.Machinery.Objects;

namespace Slipway.Api.Kubernetes.Apps;

/// <summary>The pods wanted.</summary>
public sealed record DeploymentSpec
{
    /// <summary>How many; 1 where unset.</summary>
    public int? Replicas { get; init; }

    /// <summary>Which pods are its own.</summary>
    public LabelSelector Selector { get; init => field = value ?? new(); } = new();

    /// <summary>The pod.</summary>
    public PodTemplateSpec Template { get; init => field = value ?? new(); } = new();
}
