using Slipway.Api.Json;

namespace Slipway.Api.Kubernetes.Pods;

/// <summary>How a pod runs.</summary>
public sealed record PodStatus : IOmitEmpty
{
    /// <summary><c>Pending</c>, <c>Running</c>, <c>Succeeded</c>, <c>Failed</c> or <c>Unknown</c>.</summary>
    public string? Phase { get; init; }

    /// <summary>Aspects of its state.</summary>
    public IReadOnlyList<PodCondition> Conditions { get; init => field = value ?? []; } = [];

    /// <summary>Its containers.</summary>
    public IReadOnlyList<ContainerStatus> ContainerStatuses { get; init => field = value ?? []; } = [];

    /// <summary>Why, as one CamelCase word.</summary>
    public string? Reason { get; init; }

    /// <summary>Why, for people.</summary>
    public string? Message { get; init; }

    /// <summary>Its address.</summary>
    public string? PodIP { get; init; }

    /// <summary>Its node's address.</summary>
    public string? HostIP { get; init; }

    /// <summary>When its node took it.</summary>
    public DateTimeOffset? StartTime { get; init; }
}
