using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Bootstrap.Kubeadm;

/// <summary>The DNS.</summary>
internal sealed record DNS
{
    /// <summary>The image repository.</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? ImageRepository { get; init; }

    /// <summary>The image tag.</summary>
    [Limits(MinLength = 1, MaxLength = 256)]
    public string? ImageTag { get; init; }
}
