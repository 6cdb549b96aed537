using Slipway.Api.Crds;

namespace Slipway.Api.Kubernetes.Pods;

/// <summary>One environment variable.</summary>
public sealed record EnvVar
{
    /// <summary>The variable.</summary>
    [Required]
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>The value, in which $(NAME) stands for a variable before it.</summary>
    public string? Value { get; init; }

    /// <summary>Where to read the value.</summary>
    public EnvVarSource? ValueFrom { get; init; }
}
