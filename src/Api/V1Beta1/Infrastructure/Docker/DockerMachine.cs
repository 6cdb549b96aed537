using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Infrastructure.Docker;

/// <summary>DockerMachine as v1beta1 spells it; kept for clients that still write this version.</summary>
[CustomResource("infrastructure.cluster.x-k8s.io", "v1beta1", "DockerMachine", "dockermachines", Deprecated = true, Status = true)]
[Column("Cluster", @".metadata.labels['cluster\.x-k8s\.io/cluster-name']")]
[Column("Machine", ".metadata.ownerReferences[?(@.kind==\"Machine\")].name")]
[Column("ProviderID", ".spec.providerID")]
[Column("Ready", ".status.ready")]
[Column("Age", ".metadata.creationTimestamp", Type = "date")]
internal sealed record DockerMachine
{
    /// <summary>What is wanted.</summary>
    public DockerMachineSpec Spec { get; init => field = value ?? new(); } = new();

    /// <summary>What is observed.</summary>
    public DockerMachineStatus Status { get; init => field = value ?? new(); } = new();
}
