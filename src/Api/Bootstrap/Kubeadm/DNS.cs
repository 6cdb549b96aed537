using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Bootstrap.Kubeadm;

/// <summary>The DNS.</summary>
[MinProperties(1)]
public sealed record DNS : IOmitEmpty
{
    /// <summary>The image repository.</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? ImageRepository { get; init; }

    /// <summary>The image tag.</summary>
    [Limits(MinLength = 1, MaxLength = 256)]
    public string? ImageTag { get; init; }
}
