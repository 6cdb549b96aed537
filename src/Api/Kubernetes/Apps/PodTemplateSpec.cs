using Slipway.Api.Kubernetes.Pods;
using Slipway.Machinery.Objects;

namespace Slipway.Api.Kubernetes.Apps;

/// <summary>A pod to make many of.</summary>
public sealed record PodTemplateSpec
{
    /// <summary>Labels and annotations of the pods.</summary>
    public ObjectMeta Metadata { get; init => field = value ?? new(); } = new();

    /// <summary>What is to run.</summary>
    public PodSpec Spec { get; init => field = value ?? new(); } = new();
}
