using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Core.MachineDeployments;

/// <summary>MachineDeployment as v1beta1 spells it; kept for clients that still write this version.</summary>
[CustomResource("cluster.x-k8s.io", "v1beta1", "MachineDeployment", "machinedeployments", ShortNames = "md", Deprecated = true, Status = true)]
[Scale(".spec.replicas", ".status.replicas", ".status.selector")]
[Column("Cluster", ".spec.clusterName")]
[Column("Desired", ".spec.replicas", Type = "integer", Priority = 10)]
[Column("Replicas", ".status.replicas", Type = "integer")]
[Column("Ready", ".status.readyReplicas", Type = "integer")]
[Column("Updated", ".status.updatedReplicas", Type = "integer")]
[Column("Unavailable", ".status.unavailableReplicas", Type = "integer")]
[Column("Phase", ".status.phase")]
[Column("Age", ".metadata.creationTimestamp", Type = "date")]
[Column("Version", ".spec.template.spec.version")]
internal sealed record MachineDeployment
{
    /// <summary>What is wanted.</summary>
    public MachineDeploymentSpec Spec { get; init => field = value ?? new(); } = new();

    /// <summary>What is observed.</summary>
    public MachineDeploymentStatus Status { get; init => field = value ?? new(); } = new();
}
