namespace Slipway.Controllers.MachineDeployments.Rollout;

/// <summary>Leaves it to people when an old Machine goes: the current MachineSet only fills what is missing.</summary>
internal static class OnDelete
{
    /// <summary>The next step from a state.</summary>
    /// <param name="state">The numbers as observed; the limits are not looked at.</param>
    public static IReadOnlyList<ReplicaChange> Plan(RolloutState state)
    {
        var changes = new List<ReplicaChange>();
        var current = state.Current;
        var excess = state.Old.Sum(s => Math.Min(s.Spec, s.Status)) + Math.Min(current.Spec, state.Desired) - state.Desired;
        foreach (var set in state.Old)
        {
            // A Machine that somebody deleted is not to be made again by its old set.
            var kept = Math.Min(set.Spec, set.Status);
            var fewer = Math.Clamp(excess, 0, kept);
            excess -= fewer;
            if (kept - fewer < set.Spec)
            {
                var reason = fewer > 0 ? $"the MachineDeployment wants {state.Desired}" : "a current Machine takes the place of one that was deleted";
                changes.Add(new ReplicaChange(set.Name, set.Spec, kept - fewer, reason));
            }
        }

        if (current.Spec > state.Desired)
        {
            changes.Add(new ReplicaChange(current.Name, current.Spec, state.Desired, $"the MachineDeployment wants {state.Desired}"));
        }
        else if (state.Desired - state.With(changes).All.Sum(s => s.Highest) is > 0 and var missing)
        {
            changes.Add(new ReplicaChange(current.Name, current.Spec, current.Spec + missing, $"{missing} of {state.Desired} Machines are missing"));
        }

        return changes;
    }
}
