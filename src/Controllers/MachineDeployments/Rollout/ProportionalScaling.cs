namespace Slipway.Controllers.MachineDeployments.Rollout;

/// <summary>
/// Scales a paused MachineDeployment without moving its rollout: one active MachineSet takes all, several share the
/// difference by their size.
/// </summary>
internal static class ProportionalScaling
{
    /// <summary>The step from a state.</summary>
    /// <param name="state">The numbers as observed.</param>
    public static IReadOnlyList<ReplicaChange> Plan(RolloutState state)
    {
        var active = state.All.Where(s => s.Spec > 0).ToList();
        if (active.Count <= 1)
        {
            var only = active.Count == 1 ? active[0] : state.Current;
            return only.Spec == state.Desired
                ? []
                : [new ReplicaChange(only.Name, only.Spec, state.Desired, $"the MachineDeployment wants {state.Desired}")];
        }

        var most = state.Desired == 0 ? 0 : state.Most;
        var difference = most - active.Sum(s => s.Spec);

        // Larger sets come first; among equals the newer when growing and the older when shrinking.
        var newestFirst = difference > 0 ? active.AsEnumerable().Reverse() : active;
        var ordered = newestFirst.OrderByDescending(s => s.Spec).ToList();
        var targets = new int[ordered.Count];
        var given = 0;
        for (var i = 0; i < ordered.Count; i++)
        {
            var share = Share(ordered[i], state, difference, given);
            given += share;
            targets[i] = ordered[i].Spec + share;
        }

        targets[0] = Math.Max(targets[0] + difference - given, 0);
        var reason = $"it is paused in the middle of a rollout; its MachineSets share {most} by their size";
        return [.. ordered.Zip(targets).Where(p => p.First.Spec != p.Second).Select(p => new ReplicaChange(p.First.Name, p.First.Spec, p.Second, reason))];
    }

    private static int Share(SetReplicas set, RolloutState state, int difference, int given)
    {
        var open = difference - given;
        if (open == 0)
        {
            return 0;
        }

        if (state.Desired == 0)
        {
            return -set.Spec;
        }

        var before = set.NotedMaximum is > 0 and var noted ? noted : state.All.Sum(s => s.Status);
        if (before == 0)
        {
            return 0;
        }

        var size = (int)Math.Round((double)set.Spec * state.Most / before, MidpointRounding.AwayFromZero);
        return difference > 0 ? Math.Min(size - set.Spec, open) : Math.Max(size - set.Spec, open);
    }
}
