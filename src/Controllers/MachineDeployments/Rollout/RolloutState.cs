namespace Slipway.Controllers.MachineDeployments.Rollout;

/// <summary>A MachineDeployment's numbers at one moment.</summary>
/// <param name="Desired">Machines wanted in all.</param>
/// <param name="Limits">How far the rollout may go above and below.</param>
/// <param name="Current">The MachineSet of the newest template.</param>
/// <param name="Old">The other MachineSets, oldest first.</param>
internal sealed record RolloutState(int Desired, RolloutLimits Limits, SetReplicas Current, IReadOnlyList<SetReplicas> Old)
{
    /// <summary>The MachineSets, the old ones first.</summary>
    public IEnumerable<SetReplicas> All => Old.Append(Current);

    /// <summary>Machines that must stay available.</summary>
    public int LeastAvailable => Math.Max(Desired - Limits.MaxUnavailable, 0);

    /// <summary>Machines that may exist at most.</summary>
    public int Most => Desired + Limits.MaxSurge;

    /// <summary>The same state after the changes have been asked for.</summary>
    /// <param name="changes">What is to change; each MachineSet at most once.</param>
    public RolloutState With(IReadOnlyCollection<ReplicaChange> changes)
    {
        SetReplicas Apply(SetReplicas set) =>
            changes.FirstOrDefault(c => c.Set == set.Name) is { } change ? set with { Spec = change.To } : set;
        return this with { Current = Apply(Current), Old = [.. Old.Select(Apply)] };
    }
}
