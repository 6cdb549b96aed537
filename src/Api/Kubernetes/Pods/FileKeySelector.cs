using Slipway.Api.Crds;

namespace Slipway.Api.Kubernetes.Pods;

/// <summary>The file key selector.</summary>
[AtomicMap]
public sealed record FileKeySelector
{
    /// <summary>The key.</summary>
    [Required]
    public string Key { get; init => field = value ?? ""; } = "";

    /// <summary>The optional.</summary>
    [Default("false")]
    public bool? Optional { get; init; }

    /// <summary>The path.</summary>
    [Required]
    public string Path { get; init => field = value ?? ""; } = "";

    /// <summary>The volume name.</summary>
    [Required]
    public string VolumeName { get; init => field = value ?? ""; } = "";
}
