using Slipway.Api.Crds;

namespace Slipway.Api.Kubernetes.Pods;

/// <summary>One key of a ConfigMap or secret.</summary>
[AtomicMap]
public sealed record KeySelector
{
    /// <summary>The key.</summary>
    [Required]
    public string Key { get; init => field = value ?? ""; } = "";

    /// <summary>The ConfigMap or secret.</summary>
    [Default("\"\"")]
    public string? Name { get; init; }

    /// <summary>Whether it may be missing.</summary>
    public bool? Optional { get; init; }
}
