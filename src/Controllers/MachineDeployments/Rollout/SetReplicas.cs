namespace Slipway.Controllers.MachineDeployments.Rollout;

/// <summary>The numbers of one MachineSet that a rollout looks at.</summary>
/// <param name="Name">The MachineSet's name.</param>
/// <param name="Spec">Machines it is asked to have.</param>
/// <param name="Status">Machines it has, those that are going included.</param>
/// <param name="Available">Machines that are available.</param>
internal sealed record SetReplicas(string Name, int Spec, int Status, int Available)
{
    /// <summary>Machines it has or will have: the worst case against the upper limit.</summary>
    public int Highest => Math.Max(Spec, Status);

    /// <summary>Machines that are about to go.</summary>
    public int Leaving => Math.Max(Status - Spec, 0);

    /// <summary>Machines that stay available even if those about to go are all available ones.</summary>
    public int SurelyAvailable => Math.Max(Available - Leaving, 0);

    /// <summary>Machines asked for that are not surely available.</summary>
    public int Unavailable => Math.Max(Spec - SurelyAvailable, 0);

    /// <summary>The most <see cref="RolloutLimits.MaxSurge"/> plus replicas ever stood at, as noted on the MachineSet; null where it was never noted.</summary>
    public int? NotedMaximum { get; init; }
}
