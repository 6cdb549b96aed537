using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Infrastructure.Docker;

/// <summary>DockerMachineTemplate as v1beta1 spells it; kept for clients that still write this version.</summary>
[CustomResource("infrastructure.cluster.x-k8s.io", "v1beta1", "DockerMachineTemplate", "dockermachinetemplates", Deprecated = true)]
[Column("Age", ".metadata.creationTimestamp", Type = "date")]
internal sealed record DockerMachineTemplate
{
    /// <summary>What is wanted.</summary>
    public DockerMachineTemplateSpec Spec { get; init => field = value ?? new(); } = new();
}
