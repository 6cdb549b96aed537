using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Bootstrap.Joining;

/// <summary>The file discovery.</summary>
internal sealed record FileDiscovery
{
    /// <summary>The kube config.</summary>
    public FileDiscoveryKubeConfig? KubeConfig { get; init; }

    /// <summary>The kube config path.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 512)]
    public string KubeConfigPath { get; init => field = value ?? ""; } = "";
}
