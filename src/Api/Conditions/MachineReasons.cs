namespace Slipway.Api.Conditions;

/// <summary>Reasons of conditions of machines and their health.</summary>
public static class MachineReasons
{
    /// <summary>The machine has not been ready for long enough.</summary>
    public const string WaitingForMinReadySeconds = "WaitingForMinReadySeconds";

    /// <summary>The machine is being updated in place.</summary>
    public const string Updating = "Updating";

    /// <summary>The machine is not being updated in place.</summary>
    public const string NotUpdating = "NotUpdating";

    /// <summary>The machine is being updated in place.</summary>
    public const string InPlaceUpdating = "InPlaceUpdating";

    /// <summary>The update in place failed.</summary>
    public const string InPlaceUpdateFailed = "InPlaceUpdateFailed";

    /// <summary>The bootstrap script was given by the user.</summary>
    public const string DataSecretProvided = "DataSecretProvided";

    /// <summary>The node is ready.</summary>
    public const string NodeReady = "NodeReady";

    /// <summary>The node is not ready.</summary>
    public const string NodeNotReady = "NodeNotReady";

    /// <summary>Whether the node is ready is not known.</summary>
    public const string NodeReadyUnknown = "NodeReadyUnknown";

    /// <summary>The node is healthy.</summary>
    public const string NodeHealthy = "NodeHealthy";

    /// <summary>The node is not healthy.</summary>
    public const string NodeNotHealthy = "NodeNotHealthy";

    /// <summary>Whether the node is healthy is not known.</summary>
    public const string NodeHealthyUnknown = "NodeHealthyUnknown";

    /// <summary>The node does not exist.</summary>
    public const string NodeDoesNotExist = "NodeDoesNotExist";

    /// <summary>The node was there and is gone.</summary>
    public const string NodeDeleted = "NodeDeleted";

    /// <summary>No health check objects.</summary>
    public const string HealthCheckSucceeded = "HealthCheckSucceeded";

    /// <summary>A condition of the node has been bad for too long.</summary>
    public const string UnhealthyNode = "UnhealthyNode";

    /// <summary>A condition of the machine has been bad for too long.</summary>
    public const string UnhealthyMachine = "UnhealthyMachine";

    /// <summary>The node did not appear in time.</summary>
    public const string NodeStartupTimeout = "NodeStartupTimeout";

    /// <summary>Somebody asked for the machine to be replaced.</summary>
    public const string HasRemediateAnnotation = "HasRemediateAnnotation";

    /// <summary>The one who replaces the machine has not done so yet.</summary>
    public const string WaitingForRemediation = "WaitingForRemediation";

    /// <summary>The template of the remediation does not exist.</summary>
    public const string RemediationTemplateNotFound = "RemediationTemplateNotFound";

    /// <summary>The remediation object could not be made.</summary>
    public const string RemediationRequestCreationFailed = "RemediationRequestCreationFailed";

    /// <summary>The machine cannot be replaced safely.</summary>
    public const string CannotBeRemediated = "CannotBeRemediated";

    /// <summary>The machine will be replaced later.</summary>
    public const string RemediationDeferred = "RemediationDeferred";

    /// <summary>The machine is on its way out already.</summary>
    public const string MachineDeleting = "MachineDeleting";

    /// <summary>More machines are unhealthy than may be replaced.</summary>
    public const string TooManyUnhealthy = "TooManyUnhealthy";

    /// <summary>Machines may be replaced.</summary>
    public const string RemediationAllowed = "RemediationAllowed";

    /// <summary>A hook before draining is not done yet.</summary>
    public const string WaitingForPreDrainHook = "WaitingForPreDrainHook";

    /// <summary>Pods are being moved off the node.</summary>
    public const string DrainingNode = "DrainingNode";

    /// <summary>Volumes are still attached to the node.</summary>
    public const string WaitingForVolumeDetach = "WaitingForVolumeDetach";

    /// <summary>A hook before the infrastructure goes is not done yet.</summary>
    public const string WaitingForPreTerminateHook = "WaitingForPreTerminateHook";

    /// <summary>The infrastructure object is still there.</summary>
    public const string WaitingForInfrastructureDeletion = "WaitingForInfrastructureDeletion";

    /// <summary>The bootstrap object is still there.</summary>
    public const string WaitingForBootstrapDeletion = "WaitingForBootstrapDeletion";

    /// <summary>The node object is being deleted.</summary>
    public const string DeletingNode = "DeletingNode";

    /// <summary>The pod runs.</summary>
    public const string Running = "Running";

    /// <summary>The pod is about to run.</summary>
    public const string Provisioning = "Provisioning";

    /// <summary>The pod does not exist.</summary>
    public const string DoesNotExist = "DoesNotExist";

    /// <summary>The pod has failed.</summary>
    public const string Failed = "Failed";

    /// <summary>Labels and taints are as they should be.</summary>
    public const string Set = "Set";

    /// <summary>Labels or taints are missing.</summary>
    public const string NotSet = "NotSet";
}
