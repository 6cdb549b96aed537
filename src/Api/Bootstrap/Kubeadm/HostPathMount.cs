using Slipway.Api.Crds;

namespace Slipway.Api.Bootstrap.Kubeadm;

/// <summary>The host path mount.</summary>
public sealed record HostPathMount
{
    /// <summary>The host path.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 512)]
    public string HostPath { get; init => field = value ?? ""; } = "";

    /// <summary>The mount path.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 512)]
    public string MountPath { get; init => field = value ?? ""; } = "";

    /// <summary>The name.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 512)]
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>The path type.</summary>
    public string? PathType { get; init; }

    /// <summary>The read only.</summary>
    public bool? ReadOnly { get; init; }
}
