namespace Slipway.Api.Core.Machines;

/// <summary>How far the deletion of a machine is.</summary>
public sealed record MachineDeletionStatus
{
    /// <summary>When draining its node began.</summary>
    public DateTimeOffset? NodeDrainStartTime { get; init; }

    /// <summary>When waiting for its volumes began.</summary>
    public DateTimeOffset? WaitForNodeVolumeDetachStartTime { get; init; }

    /// <summary>When waiting for hooks before draining began.</summary>
    public DateTimeOffset? WaitForPreDrainHookStartTime { get; init; }

    /// <summary>When waiting for hooks before its infrastructure goes began.</summary>
    public DateTimeOffset? WaitForPreTerminateHookStartTime { get; init; }
}
