namespace Slipway.Api.Kubernetes.Pods;

/// <summary>Why a container is in its state.</summary>
public sealed record ContainerStateReason
{
    /// <summary>Why, as one CamelCase word.</summary>
    public string? Reason { get; init; }

    /// <summary>Why, for people.</summary>
    public string? Message { get; init; }

    /// <summary>The exit code of an ended container.</summary>
    public int? ExitCode { get; init; }

    /// <summary>When it started.</summary>
    public DateTimeOffset? StartedAt { get; init; }
}
