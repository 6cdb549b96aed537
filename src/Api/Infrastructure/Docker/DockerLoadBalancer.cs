namespace Slipway.Api.Infrastructure.Docker;

/// <summary>The container that spreads requests over the API servers.</summary>
public sealed record DockerLoadBalancer
{
    /// <summary>The ConfigMap with a template for HAProxy's configuration under the key "value", in place of the usual one.</summary>
    public ConfigMapReference? CustomHAProxyConfigTemplateRef { get; init; }

    /// <summary>Where the image comes from.</summary>
    public string? ImageRepository { get; init; }

    /// <summary>The image's tag.</summary>
    public string? ImageTag { get; init; }
}
