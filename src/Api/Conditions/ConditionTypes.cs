namespace Slipway.Api.Conditions;

/// <summary>Types of conditions, for all kinds; a kind uses those that fit it.</summary>
public static class ConditionTypes
{
    /// <summary>The object does its work for its users.</summary>
    public const string Available = "Available";

    /// <summary>The object is as it should be.</summary>
    public const string Ready = "Ready";

    /// <summary>The machine is of its owner's newest template.</summary>
    public const string UpToDate = "UpToDate";

    /// <summary>The machine is being updated in place.</summary>
    public const string Updating = "Updating";

    /// <summary>The workload cluster answers.</summary>
    public const string RemoteConnectionProbe = "RemoteConnectionProbe";

    /// <summary>The bootstrap object has done its part.</summary>
    public const string BootstrapConfigReady = "BootstrapConfigReady";

    /// <summary>The infrastructure object has done its part.</summary>
    public const string InfrastructureReady = "InfrastructureReady";

    /// <summary>The control plane has answered once.</summary>
    public const string ControlPlaneInitialized = "ControlPlaneInitialized";

    /// <summary>The control plane object says that it is available.</summary>
    public const string ControlPlaneAvailable = "ControlPlaneAvailable";

    /// <summary>All groups of workers are available.</summary>
    public const string WorkersAvailable = "WorkersAvailable";

    /// <summary>The cluster's certificates exist.</summary>
    public const string CertificatesAvailable = "CertificatesAvailable";

    /// <summary>The bootstrap script exists.</summary>
    public const string DataSecretAvailable = "DataSecretAvailable";

    /// <summary>kubeadm init has succeeded.</summary>
    public const string Initialized = "Initialized";

    /// <summary>All etcd members are healthy.</summary>
    public const string EtcdClusterHealthy = "EtcdClusterHealthy";

    /// <summary>All static pods of the control plane are healthy.</summary>
    public const string ControlPlaneComponentsHealthy = "ControlPlaneComponentsHealthy";

    /// <summary>The node is there and under no pressure.</summary>
    public const string NodeHealthy = "NodeHealthy";

    /// <summary>The node is ready.</summary>
    public const string NodeReady = "NodeReady";

    /// <summary>The control-plane node carries kubeadm's labels and taints.</summary>
    public const string NodeKubeadmLabelsAndTaintsSet = "NodeKubeadmLabelsAndTaintsSet";

    /// <summary>The machine's etcd pod runs.</summary>
    public const string EtcdPodHealthy = "EtcdPodHealthy";

    /// <summary>The machine's etcd member is healthy.</summary>
    public const string EtcdMemberHealthy = "EtcdMemberHealthy";

    /// <summary>The machine's kube-apiserver pod runs.</summary>
    public const string APIServerPodHealthy = "APIServerPodHealthy";

    /// <summary>The machine's kube-controller-manager pod runs.</summary>
    public const string ControllerManagerPodHealthy = "ControllerManagerPodHealthy";

    /// <summary>The machine's kube-scheduler pod runs.</summary>
    public const string SchedulerPodHealthy = "SchedulerPodHealthy";

    /// <summary>No health check objects to the machine.</summary>
    public const string HealthCheckSucceeded = "HealthCheckSucceeded";

    /// <summary>The machine's owner has dealt with it being unhealthy.</summary>
    public const string OwnerRemediated = "OwnerRemediated";

    /// <summary>Somebody outside has dealt with the machine being unhealthy.</summary>
    public const string ExternallyRemediated = "ExternallyRemediated";

    /// <summary>The objects of the cluster are as its topology says.</summary>
    public const string TopologyReconciled = "TopologyReconciled";

    /// <summary>Machines are being replaced by those of a newer template.</summary>
    public const string RollingOut = "RollingOut";

    /// <summary>Unhealthy machines are being replaced.</summary>
    public const string Remediating = "Remediating";

    /// <summary>There are more machines than wanted.</summary>
    public const string ScalingDown = "ScalingDown";

    /// <summary>There are fewer machines than wanted.</summary>
    public const string ScalingUp = "ScalingUp";

    /// <summary>All machines are ready.</summary>
    public const string MachinesReady = "MachinesReady";

    /// <summary>All machines of the control plane are ready.</summary>
    public const string ControlPlaneMachinesReady = "ControlPlaneMachinesReady";

    /// <summary>All worker machines are ready.</summary>
    public const string WorkerMachinesReady = "WorkerMachinesReady";

    /// <summary>All machines are of the newest template.</summary>
    public const string MachinesUpToDate = "MachinesUpToDate";

    /// <summary>All machines of the control plane are of the newest template.</summary>
    public const string ControlPlaneMachinesUpToDate = "ControlPlaneMachinesUpToDate";

    /// <summary>All worker machines are of the newest template.</summary>
    public const string WorkerMachinesUpToDate = "WorkerMachinesUpToDate";

    /// <summary>The health check may have machines replaced.</summary>
    public const string RemediationAllowed = "RemediationAllowed";

    /// <summary>Reconciliation is stopped.</summary>
    public const string Paused = "Paused";

    /// <summary>The object is on its way out.</summary>
    public const string Deleting = "Deleting";

    /// <summary>The cluster's load balancer runs.</summary>
    public const string LoadBalancerAvailable = "LoadBalancerAvailable";

    /// <summary>The machine's container runs.</summary>
    public const string ContainerProvisioned = "ContainerProvisioned";

    /// <summary>The container's cgroups are as kubelet wants them.</summary>
    public const string CGroupsReady = "CGroupsReady";

    /// <summary>The images asked for are in the container.</summary>
    public const string PreLoadedImagesReady = "PreLoadedImagesReady";

    /// <summary>The bootstrap script has run to its end.</summary>
    public const string BootstrapCompleted = "BootstrapCompleted";

    /// <summary>The machine in memory is up.</summary>
    public const string VMProvisioned = "VMProvisioned";

    /// <summary>The machine in memory has its node.</summary>
    public const string NodeProvisioned = "NodeProvisioned";

    /// <summary>The machine in memory has its etcd member.</summary>
    public const string EtcdProvisioned = "EtcdProvisioned";

    /// <summary>The machine in memory has its API server.</summary>
    public const string APIServerProvisioned = "APIServerProvisioned";

    /// <summary>The variables of a ClusterClass are known.</summary>
    public const string VariablesReady = "VariablesReady";

    /// <summary>The references of a ClusterClass name the newest versions.</summary>
    public const string RefVersionsUpToDate = "RefVersionsUpToDate";

    /// <summary>The resources are in the cluster.</summary>
    public const string ResourcesApplied = "ResourcesApplied";

    /// <summary>The extension has told what it can do.</summary>
    public const string Discovered = "Discovered";
}
