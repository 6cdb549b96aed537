using Slipway.Api.Bootstrap;
using Slipway.Api.ControlPlane;
using Slipway.Api.Core;
using Slipway.Api.Core.Clusters;
using Slipway.Api.Core.Machines;
using Slipway.Api.Kubernetes;
using Slipway.Controllers.Contracts;
using Slipway.Controllers.Kubeadm.Certificates;

namespace Slipway.Controllers.KubeadmControlPlanes.Views;

/// <summary>All that one pass over a KubeadmControlPlane may look at, read once.</summary>
internal sealed record View
{
    /// <summary>The KubeadmControlPlane.</summary>
    public required KubeadmControlPlane ControlPlane { get; init; }

    /// <summary>Its cluster; null where there is none.</summary>
    public Cluster? Cluster { get; init; }

    /// <summary>Its Machines, oldest first.</summary>
    public IReadOnlyList<ControlPlaneMachine> Machines { get; init; } = [];

    /// <summary>Control-plane Machines of the cluster that nobody manages.</summary>
    public IReadOnlyList<ControlPlaneMachine> Adoptable { get; init; } = [];

    /// <summary>Control-plane Machines of the cluster that somebody else manages.</summary>
    public IReadOnlyList<Machine> Foreign { get; init; } = [];

    /// <summary>Worker Machines of the cluster.</summary>
    public IReadOnlyList<string> Workers { get; init; } = [];

    /// <summary>The template of the infrastructure objects.</summary>
    public ExternalObject? Template { get; init; }

    /// <summary>The kind that the template makes; null where nobody serves it.</summary>
    public ContractKind? InfrastructureKind { get; init; }

    /// <summary>The cluster's certificates.</summary>
    public CertificateSet Certificates { get; init; } = new();

    /// <summary>The Secret with the cluster's kubeconfig; null where there is none.</summary>
    public Secret? Kubeconfig { get; init; }

    /// <summary>What is known of the workload cluster.</summary>
    public WorkloadFacts Workload { get; init; } = new();

    /// <summary>The time of this pass.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The number of Machines wanted.</summary>
    public int Desired => ControlPlane.Metadata.IsDeleting ? 0 : ControlPlane.Spec.Replicas ?? 1;

    /// <summary>The configuration wanted for each machine.</summary>
    public KubeadmConfigSpec Config => ControlPlane.Spec.KubeadmConfigSpec ?? NoConfig;

    /// <summary>Whether etcd runs on the Machines, so that its members come and go with them.</summary>
    public bool ManagesEtcd => Config.ClusterConfiguration?.Etcd?.External is null;

    /// <summary>Whether the control plane has answered before.</summary>
    public bool IsInitialized =>
        ControlPlane.Status.Initialization?.ControlPlaneInitialized == true
        || (Workload.HasKubeadmConfig && !(Machines is [{ } only] && (only.IsDeleting || only.IsToRemediate)));

    /// <summary>Machines that have no Node yet.</summary>
    public IEnumerable<ControlPlaneMachine> Provisioning => Machines.Where(m => m.NodeName is null);

    /// <summary>Machines whose deletion was asked for.</summary>
    public IEnumerable<ControlPlaneMachine> Deleting => Machines.Where(m => m.IsDeleting);

    /// <summary>Machines that must be replaced.</summary>
    public IEnumerable<ControlPlaneMachine> Outdated => Machines.Where(m => !m.IsUpToDate && !m.IsDeleting);

    /// <summary>The name that the remediation annotation of the control plane holds; empty for none.</summary>
    public string RemediationInProgress =>
        ControlPlane.Metadata.Annotations.GetValueOrDefault(Annotations.RemediationInProgress) ?? "";

    private static readonly KubeadmConfigSpec NoConfig = new();
}
