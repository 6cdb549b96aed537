namespace Slipway.Api.Conditions;

/// <summary>Reasons of conditions of containers and of machines in memory.</summary>
public static class InfrastructureReasons
{
    /// <summary>The control plane has not answered yet (word of v1beta1).</summary>
    public const string WaitingControlPlaneInitialized = "WaitingControlPlaneInitialized";

    /// <summary>The start takes as long as it was told to.</summary>
    public const string WaitingForStartupTimeout = "WaitingForStartupTimeout";

    /// <summary>The machine is not up yet.</summary>
    public const string WaitingForVMProvisioned = "WaitingForVMProvisioned";

    /// <summary>The node is not there yet.</summary>
    public const string WaitingForNodeProvisioned = "WaitingForNodeProvisioned";

    /// <summary>The container does not run yet.</summary>
    public const string WaitingForContainer = "WaitingForContainer";

    /// <summary>The container's cgroups are not ready yet.</summary>
    public const string WaitingForCGroups = "WaitingForCGroups";

    /// <summary>Images are still being loaded.</summary>
    public const string WaitingForPreloadedImages = "WaitingForPreloadedImages";

    /// <summary>The bootstrap script has run to its end.</summary>
    public const string Completed = "Completed";

    /// <summary>The bootstrap script still runs.</summary>
    public const string NotCompleted = "NotCompleted";

    /// <summary>The bootstrap script has failed.</summary>
    public const string Failed = "Failed";
}
