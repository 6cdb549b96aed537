using Slipway.Api.Crds;

namespace Slipway.Api.Bootstrap.Joining;

/// <summary>The file discovery.</summary>
public sealed record FileDiscovery
{
    /// <summary>The kube config.</summary>
    public FileDiscoveryKubeConfig? KubeConfig { get; init; }

    /// <summary>The kube config path.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 512)]
    public string KubeConfigPath { get; init => field = value ?? ""; } = "";
}
