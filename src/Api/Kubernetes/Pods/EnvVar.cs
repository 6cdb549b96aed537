using Slipway.Api.Crds;

namespace Slipway.Api.Kubernetes.Pods;

/// <summary>The env var.</summary>
public sealed record EnvVar
{
    /// <summary>The name.</summary>
    [Required]
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>The value.</summary>
    public string? Value { get; init; }

    /// <summary>The value from.</summary>
    public EnvVarSource? ValueFrom { get; init; }
}
