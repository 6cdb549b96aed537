using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Core.MachineHealthChecks;

/// <summary>MachineHealthCheck as v1beta1 spells it; kept for clients that still write this version.</summary>
[CustomResource("cluster.x-k8s.io", "v1beta1", "MachineHealthCheck", "machinehealthchecks", ShortNames = "mhc,mhcs", Deprecated = true, Status = true)]
[Column("Cluster", ".spec.clusterName")]
[Column("ExpectedMachines", ".status.expectedMachines", Type = "integer")]
[Column("MaxUnhealthy", ".spec.maxUnhealthy")]
[Column("CurrentHealthy", ".status.currentHealthy", Type = "integer")]
[Column("Age", ".metadata.creationTimestamp", Type = "date")]
internal sealed record MachineHealthCheck
{
    /// <summary>What is wanted.</summary>
    public MachineHealthCheckSpec Spec { get; init => field = value ?? new(); } = new();

    /// <summary>What is observed.</summary>
    public MachineHealthCheckStatus Status { get; init => field = value ?? new(); } = new();
}
