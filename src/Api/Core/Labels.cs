namespace Slipway.Api.Core;

/// <summary>Label keys of Cluster API.</summary>
public static class Labels
{
    /// <summary>On every object of a cluster: the Cluster's name.</summary>
    public const string ClusterName = "cluster.x-k8s.io/cluster-name";

    /// <summary>Made and kept by the cluster's topology; the value is empty.</summary>
    public const string TopologyOwned = "topology.cluster.x-k8s.io/owned";

    /// <summary>The name of the machine deployment within the topology.</summary>
    public const string TopologyDeploymentName = "topology.cluster.x-k8s.io/deployment-name";

    /// <summary>The name of the machine pool within the topology.</summary>
    public const string TopologyPoolName = "topology.cluster.x-k8s.io/pool-name";

    /// <summary>Marks a machine of the control plane; the value is empty.</summary>
    public const string ControlPlane = "cluster.x-k8s.io/control-plane";

    /// <summary>The machine's control plane object; hashed where it is longer than a label value may be.</summary>
    public const string ControlPlaneName = "cluster.x-k8s.io/control-plane-name";

    /// <summary>The machine's MachineSet; hashed where it is longer than a label value may be.</summary>
    public const string SetName = "cluster.x-k8s.io/set-name";

    /// <summary>The MachineDeployment of a machine or set.</summary>
    public const string DeploymentName = "cluster.x-k8s.io/deployment-name";

    /// <summary>The MachinePool of a machine.</summary>
    public const string PoolName = "cluster.x-k8s.io/pool-name";

    /// <summary>Tells the sets of one deployment and their machines apart.</summary>
    public const string MachineTemplateHash = "machine-template-hash";

    /// <summary>On a node whose infrastructure may take it away at any time; the value is empty.</summary>
    public const string Interruptible = "cluster.x-k8s.io/interruptible";

    /// <summary>Which of several control planes' controllers looks after the object.</summary>
    public const string WatchFilter = "cluster.x-k8s.io/watch-filter";

    /// <summary>The provider that a component belongs to.</summary>
    public const string Provider = "cluster.x-k8s.io/provider";

    /// <summary>On a pod: <c>skip</c> or <c>wait-completed</c> when its node is drained.</summary>
    public const string Drain = "cluster.x-k8s.io/drain";

    /// <summary>Prefix of role labels, which go from machines to their nodes.</summary>
    public const string NodeRolePrefix = "node-role.kubernetes.io/";

    /// <summary>The role label of control-plane nodes, and the key of their taint.</summary>
    public const string NodeRoleControlPlane = "node-role.kubernetes.io/control-plane";

    /// <summary>Domain of labels that kubelets cannot set themselves; they go from machines to their nodes.</summary>
    public const string NodeRestrictionDomain = "node-restriction.kubernetes.io";

    /// <summary>Domain of labels that always go from machines to their nodes.</summary>
    public const string ManagedNodeDomain = "node.cluster.x-k8s.io";

    /// <summary>On every installed object; the value is empty.</summary>
    public const string Clusterctl = "clusterctl.cluster.x-k8s.io";

    /// <summary><c>inventory</c> on the records of what is installed.</summary>
    public const string ClusterctlCore = "clusterctl.cluster.x-k8s.io/core";

    /// <summary>Moves the object along with its cluster.</summary>
    public const string ClusterctlMove = "clusterctl.cluster.x-k8s.io/move";

    /// <summary>Moves the object and all that it owns along with its cluster.</summary>
    public const string ClusterctlMoveHierarchy = "clusterctl.cluster.x-k8s.io/move-hierarchy";

    /// <summary>Followed by a contract on a CustomResourceDefinition: the versions that keep it, joined by underscores.</summary>
    public const string ContractPrefix = "cluster.x-k8s.io/";

    /// <summary>On roles that the core controllers take over.</summary>
    public const string AggregateToManager = "cluster.x-k8s.io/aggregate-to-manager";

    /// <summary>On a container: its cluster.</summary>
    public const string ContainerCluster = "io.x-k8s.kind.cluster";

    /// <summary>On a container: what it is in its cluster.</summary>
    public const string ContainerRole = "io.x-k8s.kind.role";

    /// <summary>On a container: its failure domain.</summary>
    public const string ContainerFailureDomain = "io.x-k8s.cluster.failureDomain";
}
