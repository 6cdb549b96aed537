using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Bootstrap;

/// <summary>The setup to make many of.</summary>
internal sealed record KubeadmConfigTemplateSpec
{
    /// <summary>The setup.</summary>
    [Required]
    public KubeadmConfigTemplateResource Template { get; init => field = value ?? new(); } = new();
}
