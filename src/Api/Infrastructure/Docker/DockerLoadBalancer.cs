namespace Slipway.Api.Infrastructure.Docker;

/// <summary>The docker load balancer.</summary>
public sealed record DockerLoadBalancer
{
    /// <summary>The custom HA proxy config template ref.</summary>
    public ConfigMapReference? CustomHAProxyConfigTemplateRef { get; init; }

    /// <summary>The image repository.</summary>
    public string? ImageRepository { get; init; }

    /// <summary>The image tag.</summary>
    public string? ImageTag { get; init; }
}
