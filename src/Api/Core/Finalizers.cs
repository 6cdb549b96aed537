namespace Slipway.Api.Core;

/// <summary>Finalizers of Cluster API.</summary>
public static class Finalizers
{
    /// <summary>On Clusters: everything that belongs to the cluster goes first.</summary>
    public const string Cluster = "cluster.cluster.x-k8s.io";

    /// <summary>On Machines: node, infrastructure and bootstrap objects go first.</summary>
    public const string Machine = "machine.cluster.x-k8s.io";

    /// <summary>On MachineDeployments: their sets go first.</summary>
    public const string MachineDeployment = "cluster.x-k8s.io/machinedeployment";

    /// <summary>On MachineSets: their machines go first.</summary>
    public const string MachineSet = "cluster.x-k8s.io/machineset";

    /// <summary>On MachineDeployments of a topology: templates that nothing uses go along.</summary>
    public const string TopologyMachineDeployment = "machinedeployment.topology.cluster.x-k8s.io";

    /// <summary>On MachineSets of a topology: templates that nothing uses go along.</summary>
    public const string TopologyMachineSet = "machineset.topology.cluster.x-k8s.io";

    /// <summary>On MachinePools.</summary>
    public const string MachinePool = "machinepool.cluster.x-k8s.io";

    /// <summary>On ClusterResourceSets.</summary>
    public const string ClusterResourceSet = "addons.cluster.x-k8s.io";

    /// <summary>On KubeadmControlPlanes: their machines go first.</summary>
    public const string KubeadmControlPlane = "kubeadm.controlplane.cluster.x-k8s.io";

    /// <summary>On DevClusters and DockerClusters: load balancer and endpoint go first.</summary>
    public const string InfrastructureCluster = "dockercluster.infrastructure.cluster.x-k8s.io";

    /// <summary>On DevMachines and DockerMachines: the machine itself goes first.</summary>
    public const string InfrastructureMachine = "dockermachine.infrastructure.cluster.x-k8s.io";

    /// <summary>On DevMachinePools and DockerMachinePools.</summary>
    public const string InfrastructureMachinePool = "dockermachinepool.infrastructure.cluster.x-k8s.io";

    /// <summary>Kubernetes' own: dependents go first.</summary>
    public const string ForegroundDeletion = "foregroundDeletion";
}
