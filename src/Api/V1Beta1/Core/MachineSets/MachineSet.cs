using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Core.MachineSets;

/// <summary>MachineSet as v1beta1 spells it; kept for clients that still write this version.</summary>
[CustomResource("cluster.x-k8s.io", "v1beta1", "MachineSet", "machinesets", ShortNames = "ms", Deprecated = true, Status = true)]
[Scale(".spec.replicas", ".status.replicas", ".status.selector")]
[Column("Cluster", ".spec.clusterName")]
[Column("Desired", ".spec.replicas", Type = "integer", Priority = 10)]
[Column("Replicas", ".status.replicas", Type = "integer")]
[Column("Ready", ".status.readyReplicas", Type = "integer")]
[Column("Available", ".status.availableReplicas", Type = "integer")]
[Column("Age", ".metadata.creationTimestamp", Type = "date")]
[Column("Version", ".spec.template.spec.version")]
internal sealed record MachineSet
{
    /// <summary>What is wanted.</summary>
    public MachineSetSpec Spec { get; init => field = value ?? new(); } = new();

    /// <summary>What is observed.</summary>
    public MachineSetStatus Status { get; init => field = value ?? new(); } = new();
}
