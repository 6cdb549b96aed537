namespace Slipway.Api.Core.Machines;

/// <summary>The machine deletion status.</summary>
public sealed record MachineDeletionStatus
{
    /// <summary>The node drain start time.</summary>
    public DateTimeOffset? NodeDrainStartTime { get; init; }

    /// <summary>The wait for node volume detach start time.</summary>
    public DateTimeOffset? WaitForNodeVolumeDetachStartTime { get; init; }

    /// <summary>The wait for pre drain hook start time.</summary>
    public DateTimeOffset? WaitForPreDrainHookStartTime { get; init; }

    /// <summary>The wait for pre terminate hook start time.</summary>
    public DateTimeOffset? WaitForPreTerminateHookStartTime { get; init; }
}
