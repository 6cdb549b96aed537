namespace Slipway.Api.Core;

/// <summary>Phases of clusters, machines and deployments; each kind has some of them.</summary>
public static class ObjectPhases
{
    /// <summary>Nothing has been done yet.</summary>
    public const string Pending = "Pending";

    /// <summary>The infrastructure is being made.</summary>
    public const string Provisioning = "Provisioning";

    /// <summary>The infrastructure is there.</summary>
    public const string Provisioned = "Provisioned";

    /// <summary>The machine has its node, or the deployment its machines.</summary>
    public const string Running = "Running";

    /// <summary>The machine is being updated in place.</summary>
    public const string Updating = "Updating";

    /// <summary>Machines are being added.</summary>
    public const string ScalingUp = "ScalingUp";

    /// <summary>Machines are being taken away.</summary>
    public const string ScalingDown = "ScalingDown";

    /// <summary>It is on its way out.</summary>
    public const string Deleting = "Deleting";

    /// <summary>Everything behind it is gone.</summary>
    public const string Deleted = "Deleted";

    /// <summary>It cannot go on.</summary>
    public const string Failed = "Failed";

    /// <summary>Its state fits no other phase.</summary>
    public const string Unknown = "Unknown";
}
