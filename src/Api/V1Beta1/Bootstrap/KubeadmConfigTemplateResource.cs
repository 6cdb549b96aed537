namespace Slipway.Api.V1Beta1.Bootstrap;

/// <summary>One KubeadmConfig to make many of.</summary>
internal sealed record KubeadmConfigTemplateResource
{
    /// <summary>Labels and annotations of the objects made.</summary>
    public V1Beta1.Core.Shared.TemplateMetadata? Metadata { get; init; }

    /// <summary>The setup to make.</summary>
    public KubeadmConfigSpec? Spec { get; init; }
}
