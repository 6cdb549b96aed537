using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Bootstrap;

/// <summary>KubeadmConfigTemplate as v1beta1 spells it; kept for clients that still write this version.</summary>
[CustomResource("bootstrap.cluster.x-k8s.io", "v1beta1", "KubeadmConfigTemplate", "kubeadmconfigtemplates", Deprecated = true)]
[Column("Age", ".metadata.creationTimestamp", Type = "date")]
internal sealed record KubeadmConfigTemplate
{
    /// <summary>What is wanted.</summary>
    public KubeadmConfigTemplateSpec Spec { get; init => field = value ?? new(); } = new();
}
