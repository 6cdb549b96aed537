using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Core.Machines;

/// <summary>Machine as v1beta1 spells it; kept for clients that still write this version.</summary>
[CustomResource("cluster.x-k8s.io", "v1beta1", "Machine", "machines", ShortNames = "ma", Deprecated = true, Status = true)]
[Column("Cluster", ".spec.clusterName")]
[Column("NodeName", ".status.nodeRef.name")]
[Column("ProviderID", ".spec.providerID")]
[Column("Phase", ".status.phase")]
[Column("Age", ".metadata.creationTimestamp", Type = "date")]
[Column("Version", ".spec.version")]
internal sealed record Machine
{
    /// <summary>What is wanted.</summary>
    public MachineSpec Spec { get; init => field = value ?? new(); } = new();

    /// <summary>What is observed.</summary>
    public MachineStatus Status { get; init => field = value ?? new(); } = new();
}
