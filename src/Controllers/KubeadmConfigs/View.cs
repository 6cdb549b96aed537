using Slipway.Api.Bootstrap;
using Slipway.Api.Bootstrap.Kubeadm;
using Slipway.Api.Core;
using Slipway.Api.Core.Clusters;
using Slipway.Api.Core.Machines;
using Slipway.Api.Kubernetes;
using Slipway.Controllers.Kubeadm.Certificates;
using Slipway.Controllers.Workloads;
using Slipway.Machinery.Objects;

namespace Slipway.Controllers.KubeadmConfigs;

/// <summary>All that one pass over a KubeadmConfig may look at, read once.</summary>
internal sealed record View
{
    /// <summary>The KubeadmConfig.</summary>
    public required KubeadmConfig Config { get; init; }

    /// <summary>The Machine that manages it; null where there is none.</summary>
    public Machine? Machine { get; init; }

    /// <summary>The reference to whatever manages it; null where nothing does.</summary>
    public OwnerReference? Owner { get; init; }

    /// <summary>The Machine's cluster; null where there is none.</summary>
    public Cluster? Cluster { get; init; }

    /// <summary>The cluster's certificates.</summary>
    public CertificateSet Certificates { get; init; } = new();

    /// <summary>The ConfigMap by which one machine alone initialises the control plane; null where none holds it.</summary>
    public ConfigMap? Lock { get; init; }

    /// <summary>The bootstrap data; null where it is not written yet.</summary>
    public Secret? DataSecret { get; init; }

    /// <summary>The workload cluster; null while it is not connected.</summary>
    public WorkloadCluster? Workload { get; init; }

    /// <summary>How the connection to the workload cluster is.</summary>
    public WorkloadState WorkloadState { get; init; } = WorkloadState.Unseen;

    /// <summary>The time of this pass.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Whether the Machine belongs to the control plane.</summary>
    public bool IsControlPlane => Machine?.Metadata.Labels.ContainsKey(Labels.ControlPlane) == true;

    /// <summary>The configuration of the cluster; null for kubeadm's own.</summary>
    public ClusterConfiguration? ClusterConfiguration => Config.Spec.ClusterConfiguration;

    /// <summary>Whether the control plane has answered before.</summary>
    public bool ControlPlaneInitialized =>
        Cluster?.Status.Initialization?.ControlPlaneInitialized == true
        || (Cluster is not null && Api.Conditions.ConditionSet.IsTrue(Cluster.Status.Conditions, Api.Conditions.ConditionTypes.ControlPlaneInitialized));
}
