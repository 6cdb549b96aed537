using Slipway.Machinery.Objects;

namespace Slipway.Api.Kubernetes.Apps;

/// <summary>The pods wanted on every node.</summary>
public sealed record DaemonSetSpec
{
    /// <summary>Which pods are its own.</summary>
    public LabelSelector Selector { get; init => field = value ?? new(); } = new();

    /// <summary>The pod.</summary>
    public PodTemplateSpec Template { get; init => field = value ?? new(); } = new();
}
