namespace Slipway.Api.Conditions;

/// <summary>Reasons of conditions of clusters, their topology and their control plane.</summary>
public static class ClusterReasons
{
    /// <summary>The workload cluster answered.</summary>
    public const string ProbeSucceeded = "ProbeSucceeded";

    /// <summary>The workload cluster did not answer.</summary>
    public const string ProbeFailed = "ProbeFailed";

    /// <summary>A hook before deletion is not done yet.</summary>
    public const string WaitingForBeforeDeleteHook = "WaitingForBeforeDeleteHook";

    /// <summary>Workers are still there.</summary>
    public const string WaitingForWorkersDeletion = "WaitingForWorkersDeletion";

    /// <summary>The control plane is still there.</summary>
    public const string WaitingForControlPlaneDeletion = "WaitingForControlPlaneDeletion";

    /// <summary>The cluster's infrastructure is still there.</summary>
    public const string WaitingForInfrastructureDeletion = "WaitingForInfrastructureDeletion";

    /// <summary>Machines of the control plane are still there.</summary>
    public const string WaitingForMachineDeletion = "WaitingForMachineDeletion";

    /// <summary>Everything is as the topology says.</summary>
    public const string ReconcileSucceeded = "ReconcileSucceeded";

    /// <summary>Something could not be made as the topology says.</summary>
    public const string ReconcileFailed = "ReconcileFailed";

    /// <summary>A hook holds the creation.</summary>
    public const string ClusterCreating = "ClusterCreating";

    /// <summary>The upgrade is under way.</summary>
    public const string ClusterUpgrading = "ClusterUpgrading";

    /// <summary>The control plane is still to be upgraded.</summary>
    public const string ControlPlaneUpgradePending = "ControlPlaneUpgradePending";

    /// <summary>Machine deployments are still to be made.</summary>
    public const string MachineDeploymentsCreatePending = "MachineDeploymentsCreatePending";

    /// <summary>Machine deployments are still to be upgraded.</summary>
    public const string MachineDeploymentsUpgradePending = "MachineDeploymentsUpgradePending";

    /// <summary>The upgrade of machine deployments is put off.</summary>
    public const string MachineDeploymentsUpgradeDeferred = "MachineDeploymentsUpgradeDeferred";

    /// <summary>Machine pools are still to be made.</summary>
    public const string MachinePoolsCreatePending = "MachinePoolsCreatePending";

    /// <summary>Machine pools are still to be upgraded.</summary>
    public const string MachinePoolsUpgradePending = "MachinePoolsUpgradePending";

    /// <summary>The upgrade of machine pools is put off.</summary>
    public const string MachinePoolsUpgradeDeferred = "MachinePoolsUpgradeDeferred";

    /// <summary>A hook holds the change.</summary>
    public const string LifecycleHookBlocking = "LifecycleHookBlocking";

    /// <summary>The class has changed and is not looked through yet.</summary>
    public const string ClusterClassNotReconciled = "ClusterClassNotReconciled";
}
