using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Bootstrap.Kubeadm;

/// <summary>Settings of the cluster's DNS add-on.</summary>
internal sealed record DNS
{
    /// <summary>Where the image comes from, in place of the cluster's imageRepository.</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? ImageRepository { get; init; }

    /// <summary>The image's tag, in place of the one that fits the version.</summary>
    [Limits(MinLength = 1, MaxLength = 256)]
    public string? ImageTag { get; init; }
}
