using Slipway.Api.Core.Clusters;
using Slipway.Api.Core.MachineDeployments;
using Slipway.Api.Core.Machines;
using Slipway.Api.Core.MachineSets;
using Slipway.Api.Kubernetes;
using Slipway.Controllers.Contracts;
using Slipway.Controllers.Kubeadm.Certificates;
using Slipway.Controllers.Shared;
using Slipway.Controllers.Workloads;

namespace Slipway.Controllers.Clusters;

/// <summary>All that one pass over a Cluster may look at, read once.</summary>
internal sealed record View
{
    /// <summary>The Cluster.</summary>
    public required Cluster Cluster { get; init; }

    /// <summary>Its infrastructure object; null where it has no reference to one.</summary>
    public ExternalObject? Infrastructure { get; init; }

    /// <summary>Its control plane object; null where it has no reference to one.</summary>
    public ExternalObject? ControlPlane { get; init; }

    /// <summary>Its MachineDeployments.</summary>
    public IReadOnlyList<MachineDeployment> Deployments { get; init; } = [];

    /// <summary>Its MachineSets.</summary>
    public IReadOnlyList<MachineSet> Sets { get; init; } = [];

    /// <summary>Its Machines.</summary>
    public IReadOnlyList<Machine> Machines { get; init; } = [];

    /// <summary>How the connection to the workload cluster is.</summary>
    public WorkloadState Connection { get; init; } = WorkloadState.Unseen;

    /// <summary>The cluster's certificate authority, where there is no control plane object to use it; null while it does not exist.</summary>
    public CertificatePair? Authority { get; init; }

    /// <summary>The cluster's kubeconfig, where there is no control plane object to make it; null while it does not exist.</summary>
    public Secret? Kubeconfig { get; init; }

    /// <summary>The time of this pass.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>What the infrastructure object tells; null where it does not exist or is being deleted.</summary>
    public InfrastructureCluster? LivingInfrastructure =>
        Infrastructure is { Found: true, IsDeleting: false } found ? new InfrastructureCluster(found.Object, found.Kind) : null;

    /// <summary>What the control plane object tells; null where it does not exist.</summary>
    public ControlPlane? Plane => ControlPlane is { Found: true } found ? new ControlPlane(found.Object, found.Kind) : null;

    /// <summary>The Machines of the control plane.</summary>
    public IEnumerable<Machine> ControlPlaneMachines => Machines.Where(MachineReports.IsControlPlane);

    /// <summary>The other Machines.</summary>
    public IEnumerable<Machine> Workers => Machines.Where(m => !MachineReports.IsControlPlane(m));

    /// <summary>MachineSets that no MachineDeployment manages.</summary>
    public IEnumerable<MachineSet> LoneSets => Sets.Where(s => s.Metadata.ControllerOwner is null);

    /// <summary>Workers that nothing manages.</summary>
    public IEnumerable<Machine> LoneWorkers => Workers.Where(m => m.Metadata.ControllerOwner is null);
}
