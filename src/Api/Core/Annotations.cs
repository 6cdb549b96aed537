namespace Slipway.Api.Core;

/// <summary>Annotation keys of Cluster API.</summary>
public static class Annotations
{
    /// <summary>Stops reconciliation of the object, whatever the value.</summary>
    public const string Paused = "cluster.x-k8s.io/paused";

    /// <summary>The infrastructure is managed elsewhere; its provider leaves it alone.</summary>
    public const string ManagedBy = "cluster.x-k8s.io/managed-by";

    /// <summary>The replica count is another's business, unless the value is <c>false</c>.</summary>
    public const string ReplicasManagedBy = "cluster.x-k8s.io/replicas-managed-by";

    /// <summary>The least size that the autoscaler may set.</summary>
    public const string AutoscalerMinSize = "cluster.x-k8s.io/cluster-api-autoscaler-node-group-min-size";

    /// <summary>The greatest size that the autoscaler may set.</summary>
    public const string AutoscalerMaxSize = "cluster.x-k8s.io/cluster-api-autoscaler-node-group-max-size";

    /// <summary>The template that the object was made of.</summary>
    public const string ClonedFromName = "cluster.x-k8s.io/cloned-from-name";

    /// <summary>The kind and group of that template, as <c>Kind.group</c>.</summary>
    public const string ClonedFromGroupKind = "cluster.x-k8s.io/cloned-from-groupkind";

    /// <summary>This machine goes first when there are too many.</summary>
    public const string DeleteMachine = "cluster.x-k8s.io/delete-machine";

    /// <summary><c>true</c> keeps a MachineSet from making machines.</summary>
    public const string DisableMachineCreate = "cluster.x-k8s.io/disable-machine-create";

    /// <summary>Health checks pass the machine by.</summary>
    public const string SkipRemediation = "cluster.x-k8s.io/skip-remediation";

    /// <summary>Health checks take the machine for unhealthy.</summary>
    public const string RemediateMachine = "cluster.x-k8s.io/remediate-machine";

    /// <summary>Names of checks, separated by commas, that are not made before machines are created.</summary>
    public const string SkipPreflightChecks = "machineset.cluster.x-k8s.io/skip-preflight-checks";

    /// <summary>The machine's node is not drained before it goes.</summary>
    public const string ExcludeNodeDraining = "machine.cluster.x-k8s.io/exclude-node-draining";

    /// <summary>The machine goes without waiting for its volumes.</summary>
    public const string ExcludeWaitForNodeVolumeDetach = "machine.cluster.x-k8s.io/exclude-wait-for-node-volume-detach";

    /// <summary>When the machine's certificates end, as RFC 3339.</summary>
    public const string CertificatesExpiry = "machine.cluster.x-k8s.io/certificates-expiry";

    /// <summary>Prefix; a machine that goes waits before its node is drained.</summary>
    public const string PreDrainDeleteHookPrefix = "pre-drain.delete.hook.machine.cluster.x-k8s.io";

    /// <summary>Prefix; a machine that goes waits before its infrastructure does.</summary>
    public const string PreTerminateDeleteHookPrefix = "pre-terminate.delete.hook.machine.cluster.x-k8s.io";

    /// <summary>The kubeadm control plane's own hook: it takes the machine out of etcd first.</summary>
    public const string PreTerminateKubeadmControlPlaneCleanup = "pre-terminate.delete.hook.machine.cluster.x-k8s.io/kcp-cleanup";

    /// <summary>On a node: its Cluster.</summary>
    public const string ClusterName = "cluster.x-k8s.io/cluster-name";

    /// <summary>On a node: its Cluster's namespace.</summary>
    public const string ClusterNamespace = "cluster.x-k8s.io/cluster-namespace";

    /// <summary>On a node: its Machine.</summary>
    public const string Machine = "cluster.x-k8s.io/machine";

    /// <summary>On a node: the kind that owns its Machine.</summary>
    public const string OwnerKind = "cluster.x-k8s.io/owner-kind";

    /// <summary>On a node: the object that owns its Machine.</summary>
    public const string OwnerName = "cluster.x-k8s.io/owner-name";

    /// <summary>On a node: the label keys that came from its Machine, separated by commas.</summary>
    public const string LabelsFromMachine = "cluster.x-k8s.io/labels-from-machine";

    /// <summary>On a node: the annotation keys that came from its Machine, separated by commas.</summary>
    public const string AnnotationsFromMachine = "cluster.x-k8s.io/annotations-from-machine";

    /// <summary>On a node: the taints that came from its Machine, as <c>key:Effect</c> separated by commas.</summary>
    public const string TaintsFromMachine = "cluster.x-k8s.io/taints-from-machine";

    /// <summary>Counts a deployment's templates; on it and its sets.</summary>
    public const string Revision = "machinedeployment.clusters.x-k8s.io/revision";

    /// <summary>Revisions that a set had before; no longer written.</summary>
    public const string RevisionHistory = "machinedeployment.clusters.x-k8s.io/revision-history";

    /// <summary>The deployment's replicas when the set was last scaled.</summary>
    public const string DesiredReplicas = "machinedeployment.clusters.x-k8s.io/desired-replicas";

    /// <summary>The most machines the deployment might have when the set was last scaled.</summary>
    public const string MaxReplicas = "machinedeployment.clusters.x-k8s.io/max-replicas";

    /// <summary>The workers wait with the next upgrade.</summary>
    public const string TopologyDeferUpgrade = "topology.cluster.x-k8s.io/defer-upgrade";

    /// <summary>These workers and those after them wait with the upgrade.</summary>
    public const string TopologyHoldUpgradeSequence = "topology.cluster.x-k8s.io/hold-upgrade-sequence";

    /// <summary>How many workers' groups are upgraded at once.</summary>
    public const string TopologyUpgradeConcurrency = "topology.cluster.x-k8s.io/upgrade-concurrency";

    /// <summary>The request only asks what would change.</summary>
    public const string TopologyDryRun = "topology.cluster.x-k8s.io/dry-run";

    /// <summary>The control plane's version on the way to the one wanted.</summary>
    public const string TopologyUpgradeStep = "topology.internal.cluster.x-k8s.io/upgrade-step";

    /// <summary>Lets an existing Cluster take a class.</summary>
    public const string DisableUpdateClassNameCheck = "unsafe.topology.cluster.x-k8s.io/disable-update-class-name-check";

    /// <summary>Lets the version change without any check.</summary>
    public const string DisableUpdateVersionCheck = "unsafe.topology.cluster.x-k8s.io/disable-update-version-check";

    /// <summary>Prefix; an upgrade waits before it begins.</summary>
    public const string BeforeUpgradeHookPrefix = "before-upgrade.hook.cluster.cluster.x-k8s.io";

    /// <summary>Names of hooks still to be called, sorted, separated by commas.</summary>
    public const string PendingHooks = "runtime.cluster.x-k8s.io/pending-hooks";

    /// <summary>Every hook before deletion has been called.</summary>
    public const string OkToDelete = "runtime.cluster.x-k8s.io/ok-to-delete";

    /// <summary>The machine is being updated in place.</summary>
    public const string UpdateInProgress = "in-place-updates.internal.cluster.x-k8s.io/update-in-progress";

    /// <summary>The machine moves to another set, which has not said yes yet.</summary>
    public const string PendingAcknowledgeMove = "in-place-updates.internal.cluster.x-k8s.io/pending-acknowledge-move";

    /// <summary>The set gives its machines to this one.</summary>
    public const string MoveMachinesToMachineSet = "in-place-updates.internal.cluster.x-k8s.io/move-machines-to-machineset";

    /// <summary>The set takes machines from these.</summary>
    public const string ReceiveMachinesFromMachineSets = "in-place-updates.internal.cluster.x-k8s.io/receive-machines-from-machinesets";

    /// <summary>Machines that the set has taken.</summary>
    public const string AcknowledgedMove = "in-place-updates.internal.cluster.x-k8s.io/acknowledged-move";

    /// <summary>The control plane leaves coredns alone.</summary>
    public const string SkipCoreDNS = "controlplane.cluster.x-k8s.io/skip-coredns";

    /// <summary>The control plane leaves kube-proxy alone.</summary>
    public const string SkipKubeProxy = "controlplane.cluster.x-k8s.io/skip-kube-proxy";

    /// <summary>The machine that is being replaced, as JSON.</summary>
    public const string RemediationInProgress = "controlplane.cluster.x-k8s.io/remediation-in-progress";

    /// <summary>The machine that this one replaces, as JSON.</summary>
    public const string RemediationFor = "controlplane.cluster.x-k8s.io/remediation-for";

    /// <summary>Written by old versions; left alone.</summary>
    public const string KubeadmClusterConfiguration = "controlplane.cluster.x-k8s.io/kubeadm-cluster-configuration";

    /// <summary>What the stored version says and an older one cannot, as JSON.</summary>
    public const string ConversionContent = "cluster.x-k8s.io/conversion-data";

    /// <summary>The definition's generation that all objects were last rewritten for.</summary>
    public const string CrdMigrationObservedGeneration = "crd-migration.cluster.x-k8s.io/observed-generation";

    /// <summary>A move to another management cluster waits.</summary>
    public const string BlockMove = "clusterctl.cluster.x-k8s.io/block-move";

    /// <summary>The deletion is the end of a move.</summary>
    public const string DeleteForMove = "clusterctl.cluster.x-k8s.io/delete-for-move";

    /// <summary>The weight that the load balancer already gives the machine.</summary>
    public const string DevMachineWeight = "devmachine.infrastructure.cluster.x-k8s.io/weight";

    /// <summary>The endpoint of a cluster in memory.</summary>
    public const string InMemoryListener = "inmemorycluster.infrastructure.cluster.x-k8s.io/listener";

    /// <summary>The machine in memory was up before; it comes back without delay.</summary>
    public const string InMemoryBootstrapped = "machine.inmemory.infrastructure.cluster.x-k8s.io/bootstrapped";

    /// <summary>On an etcd pod in memory: the etcd cluster.</summary>
    public const string EtcdClusterId = "etcd.inmemory.infrastructure.cluster.x-k8s.io/cluster-id";

    /// <summary>On an etcd pod in memory: the member.</summary>
    public const string EtcdMemberId = "etcd.inmemory.infrastructure.cluster.x-k8s.io/member-id";

    /// <summary>On an etcd pod in memory: since when the member leads.</summary>
    public const string EtcdLeaderFrom = "etcd.inmemory.infrastructure.cluster.x-k8s.io/leader-from";

    /// <summary>On an etcd pod in memory: the member was taken out.</summary>
    public const string EtcdMemberRemoved = "etcd.inmemory.infrastructure.cluster.x-k8s.io/member-removed";

    /// <summary>On a pod that only shows a static pod of its node.</summary>
    public const string MirrorPod = "kubernetes.io/config.mirror";

    /// <summary>On a node: its container runtime's socket.</summary>
    public const string KubeadmCRISocket = "kubeadm.alpha.kubernetes.io/cri-socket";
}
