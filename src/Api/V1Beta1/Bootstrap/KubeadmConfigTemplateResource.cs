namespace Slipway.Api.V1Beta1.Bootstrap;

/// <summary>The kubeadm config template resource.</summary>
internal sealed record KubeadmConfigTemplateResource
{
    /// <summary>The metadata.</summary>
    public V1Beta1.Core.Shared.TemplateMetadata? Metadata { get; init; }

    /// <summary>The spec.</summary>
    public KubeadmConfigSpec? Spec { get; init; }
}
