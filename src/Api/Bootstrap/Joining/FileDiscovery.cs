using Slipway.Api.Crds;

namespace Slipway.Api.Bootstrap.Joining;

/// <summary>Trust in the cluster by a kubeconfig file.</summary>
public sealed record FileDiscovery
{
    /// <summary>What the file is made of, where it is not on the machine already.</summary>
    public FileDiscoveryKubeConfig? KubeConfig { get; init; }

    /// <summary>The file's path on the machine, or a URL.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 512)]
    public string KubeConfigPath { get; init => field = value ?? ""; } = "";
}
