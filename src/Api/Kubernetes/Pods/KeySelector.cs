using Slipway.Api.Crds;

namespace Slipway.Api.Kubernetes.Pods;

/// <summary>The key selector.</summary>
[AtomicMap]
public sealed record KeySelector
{
    /// <summary>The key.</summary>
    [Required]
    public string Key { get; init => field = value ?? ""; } = "";

    /// <summary>The name.</summary>
    [Default("\"\"")]
    public string? Name { get; init; }

    /// <summary>The optional.</summary>
    public bool? Optional { get; init; }
}
