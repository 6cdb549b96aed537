using System.Text.Json.Serialization;

namespace Slipway.Api.Kubernetes.Pods;

/// <summary>How one container runs.</summary>
public sealed record ContainerStatus
{
    /// <summary>Its name within the pod.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>Whether it can do its work.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public bool Ready { get; init; }

    /// <summary>How often it was started again.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int RestartCount { get; init; }

    /// <summary>The image it runs.</summary>
    public string? Image { get; init; }

    /// <summary>What it does now.</summary>
    public ContainerState? State { get; init; }
}
