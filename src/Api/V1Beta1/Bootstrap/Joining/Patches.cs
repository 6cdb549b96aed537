using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Bootstrap.Joining;

/// <summary>Patches for the files that kubeadm makes.</summary>
internal sealed record Patches
{
    /// <summary>The directory on the machine that holds them, named "target[suffix][+patchtype].extension".</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? Directory { get; init; }
}
