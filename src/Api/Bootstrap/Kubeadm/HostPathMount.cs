using Slipway.Api.Crds;

namespace Slipway.Api.Bootstrap.Kubeadm;

/// <summary>A directory of the host in a pod.</summary>
public sealed record HostPathMount
{
    /// <summary>The directory on the host.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 512)]
    public string HostPath { get; init => field = value ?? ""; } = "";

    /// <summary>The directory in the pod.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 512)]
    public string MountPath { get; init => field = value ?? ""; } = "";

    /// <summary>The name of the volume.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 512)]
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>What must be at the path, for example "DirectoryOrCreate".</summary>
    public string? PathType { get; init; }

    /// <summary>Whether the pod can only read it.</summary>
    public bool? ReadOnly { get; init; }
}
