namespace Slipway.Api.Kubernetes.Nodes;

/// <summary>One aspect of a node's health.</summary>
public sealed record NodeCondition
{
    /// <summary>The aspect, for example <c>Ready</c>.</summary>
    public string Type { get; init => field = value ?? ""; } = "";

    /// <summary><c>True</c>, <c>False</c> or <c>Unknown</c>.</summary>
    public string Status { get; init => field = value ?? ""; } = "";

    /// <summary>Why, as one CamelCase word.</summary>
    public string? Reason { get; init; }

    /// <summary>Why, for people.</summary>
    public string? Message { get; init; }

    /// <summary>When the status last changed.</summary>
    public DateTimeOffset? LastTransitionTime { get; init; }

    /// <summary>When it was last reported.</summary>
    public DateTimeOffset? LastHeartbeatTime { get; init; }
}
