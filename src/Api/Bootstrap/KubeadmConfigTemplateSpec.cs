using Slipway.Api.Crds;

namespace Slipway.Api.Bootstrap;

/// <summary>The setup to make many of.</summary>
public sealed record KubeadmConfigTemplateSpec
{
    /// <summary>The setup.</summary>
    [Required]
    public KubeadmConfigTemplateResource Template { get; init => field = value ?? new(); } = new();
}
