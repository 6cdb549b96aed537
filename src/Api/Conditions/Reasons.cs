namespace Slipway.Api.Conditions;

/// <summary>Reasons of conditions that several kinds use.</summary>
public static class Reasons
{
    /// <summary>It is available.</summary>
    public const string Available = "Available";

    /// <summary>It is not available.</summary>
    public const string NotAvailable = "NotAvailable";

    /// <summary>Whether it is available is not known.</summary>
    public const string AvailableUnknown = "AvailableUnknown";

    /// <summary>It is ready.</summary>
    public const string Ready = "Ready";

    /// <summary>It is not ready.</summary>
    public const string NotReady = "NotReady";

    /// <summary>Whether it is ready is not known.</summary>
    public const string ReadyUnknown = "ReadyUnknown";

    /// <summary>It is of the newest template.</summary>
    public const string UpToDate = "UpToDate";

    /// <summary>It is not of the newest template.</summary>
    public const string NotUpToDate = "NotUpToDate";

    /// <summary>Whether it is of the newest template is not known.</summary>
    public const string UpToDateUnknown = "UpToDateUnknown";

    /// <summary>Machines are being replaced.</summary>
    public const string RollingOut = "RollingOut";

    /// <summary>No machine is being replaced for its template.</summary>
    public const string NotRollingOut = "NotRollingOut";

    /// <summary>Whether machines are being replaced is not known.</summary>
    public const string RollingOutUnknown = "RollingOutUnknown";

    /// <summary>Machines are being added.</summary>
    public const string ScalingUp = "ScalingUp";

    /// <summary>No machine is being added.</summary>
    public const string NotScalingUp = "NotScalingUp";

    /// <summary>Whether machines are being added is not known.</summary>
    public const string ScalingUpUnknown = "ScalingUpUnknown";

    /// <summary>Machines are being taken away.</summary>
    public const string ScalingDown = "ScalingDown";

    /// <summary>No machine is being taken away.</summary>
    public const string NotScalingDown = "NotScalingDown";

    /// <summary>Whether machines are being taken away is not known.</summary>
    public const string ScalingDownUnknown = "ScalingDownUnknown";

    /// <summary>Unhealthy machines are being replaced.</summary>
    public const string Remediating = "Remediating";

    /// <summary>No unhealthy machine is being replaced.</summary>
    public const string NotRemediating = "NotRemediating";

    /// <summary>There are no machines.</summary>
    public const string NoReplicas = "NoReplicas";

    /// <summary>There are no workers.</summary>
    public const string NoWorkers = "NoWorkers";

    /// <summary>The number of machines wanted is not set yet.</summary>
    public const string WaitingForReplicasSet = "WaitingForReplicasSet";

    /// <summary>The number of available machines is not known yet.</summary>
    public const string WaitingForAvailableReplicasSet = "WaitingForAvailableReplicasSet";

    /// <summary>The object that is mirrored has a malformed condition.</summary>
    public const string InvalidConditionReported = "InvalidConditionReported";

    /// <summary>Something went wrong here; the log says more.</summary>
    public const string InternalError = "InternalError";

    /// <summary>The object referred to does not exist.</summary>
    public const string ObjectDoesNotExist = "ObjectDoesNotExist";

    /// <summary>The object referred to is gone.</summary>
    public const string ObjectDeleted = "ObjectDeleted";

    /// <summary>It is paused.</summary>
    public const string Paused = "Paused";

    /// <summary>It is not paused.</summary>
    public const string NotPaused = "NotPaused";

    /// <summary>The workload cluster does not answer.</summary>
    public const string ConnectionDown = "ConnectionDown";

    /// <summary>It is not on its way out.</summary>
    public const string NotDeleting = "NotDeleting";

    /// <summary>It is on its way out.</summary>
    public const string Deleting = "Deleting";

    /// <summary>Everything that it held is gone.</summary>
    public const string DeletionCompleted = "DeletionCompleted";

    /// <summary>Looking failed; the log says more.</summary>
    public const string InspectionFailed = "InspectionFailed";

    /// <summary>The cluster's infrastructure is not ready yet.</summary>
    public const string WaitingForClusterInfrastructureReady = "WaitingForClusterInfrastructureReady";

    /// <summary>The control plane has not answered yet.</summary>
    public const string WaitingForControlPlaneInitialized = "WaitingForControlPlaneInitialized";

    /// <summary>The bootstrap script does not exist yet.</summary>
    public const string WaitingForBootstrapData = "WaitingForBootstrapData";

    /// <summary>It is there.</summary>
    public const string Provisioned = "Provisioned";

    /// <summary>It is not there yet.</summary>
    public const string NotProvisioned = "NotProvisioned";

    /// <summary>It has been initialized.</summary>
    public const string Initialized = "Initialized";

    /// <summary>It has not been initialized yet.</summary>
    public const string NotInitialized = "NotInitialized";

    /// <summary>It is healthy.</summary>
    public const string Healthy = "Healthy";

    /// <summary>It is not healthy.</summary>
    public const string NotHealthy = "NotHealthy";

    /// <summary>Whether it is healthy is not known.</summary>
    public const string HealthUnknown = "HealthUnknown";

    /// <summary>The condition is not there yet.</summary>
    public const string NotYetReported = "NotYetReported";

    /// <summary>The condition that is mirrored has no reason.</summary>
    public const string NoReasonReported = "NoReasonReported";

    /// <summary>Several conditions report issues.</summary>
    public const string IssuesReported = "IssuesReported";

    /// <summary>Several conditions are unknown.</summary>
    public const string UnknownReported = "UnknownReported";

    /// <summary>Several conditions have something to say.</summary>
    public const string InfoReported = "InfoReported";
}
