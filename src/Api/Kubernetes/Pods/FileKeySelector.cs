using Slipway.Api.Crds;

namespace Slipway.Api.Kubernetes.Pods;

/// <summary>One key of a file of variables.</summary>
[AtomicMap]
public sealed record FileKeySelector
{
    /// <summary>The key.</summary>
    [Required]
    public string Key { get; init => field = value ?? ""; } = "";

    /// <summary>Whether the file or the key may be missing.</summary>
    [Default("false")]
    public bool? Optional { get; init; }

    /// <summary>The file, relative to its volume.</summary>
    [Required]
    public string Path { get; init => field = value ?? ""; } = "";

    /// <summary>The volume.</summary>
    [Required]
    public string VolumeName { get; init => field = value ?? ""; } = "";
}
