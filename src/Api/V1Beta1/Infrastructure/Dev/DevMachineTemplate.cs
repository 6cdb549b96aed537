using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Infrastructure.Dev;

/// <summary>DevMachineTemplate as v1beta1 spells it; kept for clients that still write this version.</summary>
[CustomResource("infrastructure.cluster.x-k8s.io", "v1beta1", "DevMachineTemplate", "devmachinetemplates", Deprecated = true)]
[Column("Age", ".metadata.creationTimestamp", Type = "date")]
internal sealed record DevMachineTemplate
{
    /// <summary>What is wanted.</summary>
    public DevMachineTemplateSpec Spec { get; init => field = value ?? new(); } = new();
}
