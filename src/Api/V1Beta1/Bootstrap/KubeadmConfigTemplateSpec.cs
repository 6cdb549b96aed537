using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Bootstrap;

/// <summary>The kubeadm config template spec.</summary>
internal sealed record KubeadmConfigTemplateSpec
{
    /// <summary>The template.</summary>
    [Required]
    public KubeadmConfigTemplateResource Template { get; init => field = value ?? new(); } = new();
}
