using Slipway.Api.Crds;

namespace Slipway.Api.Bootstrap;

/// <summary>The kubeadm config template spec.</summary>
public sealed record KubeadmConfigTemplateSpec
{
    /// <summary>The template.</summary>
    [Required]
    public KubeadmConfigTemplateResource Template { get; init => field = value ?? new(); } = new();
}
