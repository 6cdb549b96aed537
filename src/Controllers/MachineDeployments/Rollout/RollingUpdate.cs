namespace Slipway.Controllers.MachineDeployments.Rollout;

/// <summary>
/// Replaces Machines of old MachineSets by Machines of the current one, step by step: never more than the wanted number
/// plus the surge, never fewer available than the wanted number minus what may be unavailable.
/// </summary>
internal static class RollingUpdate
{
    /// <summary>The next step from a state; empty where there is nothing to do or something must come to rest first.</summary>
    /// <param name="state">The numbers as observed.</param>
    public static IReadOnlyList<ReplicaChange> Plan(RolloutState state)
    {
        var changes = new List<ReplicaChange>();
        if (PlanCurrent(state) is { } grow)
        {
            changes.Add(grow);
        }

        changes.AddRange(PlanOld(state.With(changes)));
        if (changes.Count == 0 && BreakDeadlock(state) is { } way)
        {
            changes.Add(way);
        }

        return changes;
    }

    private static ReplicaChange? PlanCurrent(RolloutState state)
    {
        var current = state.Current;
        if (current.Spec > state.Desired)
        {
            return new ReplicaChange(current.Name, current.Spec, state.Desired, $"the MachineDeployment wants {state.Desired}");
        }

        var room = state.Most - state.All.Sum(s => s.Highest);
        var more = Math.Min(room, state.Desired - current.Spec);
        if (more <= 0)
        {
            return null;
        }

        var reason = state.Old.Any(s => s.Highest > 0)
            ? $"{state.Most} Machines may exist while old ones are replaced"
            : $"the MachineDeployment wants {state.Desired}";
        return new ReplicaChange(current.Name, current.Spec, current.Spec + more, reason);
    }

    private static List<ReplicaChange> PlanOld(RolloutState state)
    {
        // Machines of the current set that are not available yet hold back as many old ones.
        var budget = state.All.Sum(s => s.Spec) - state.LeastAvailable - state.Current.Unavailable;
        var available = state.All.Sum(s => s.SurelyAvailable);
        var intents = state.Old.ToDictionary(s => s.Name, s => s);
        var changes = new Dictionary<string, ReplicaChange>();
        foreach (var onlyUnavailable in (ReadOnlySpan<bool>)[true, false])
        {
            foreach (var name in state.Old.Select(s => s.Name))
            {
                var set = intents[name];
                var wish = Math.Min(onlyUnavailable ? Math.Min(set.Unavailable, set.Spec) : set.Spec, budget);

                // Which Machines go is the MachineSet's choice: assume that it takes available ones first.
                var spare = available - state.LeastAvailable;
                var fewer = set.SurelyAvailable <= spare ? wish : Math.Min(wish, Math.Max(spare, 0));
                if (fewer <= 0)
                {
                    continue;
                }

                var left = Math.Max(set.SurelyAvailable - fewer, 0);
                available -= set.SurelyAvailable - left;
                budget -= fewer;
                var smaller = set with { Spec = set.Spec - fewer };
                intents[name] = smaller with { Available = left + smaller.Leaving };
                var from = changes.TryGetValue(name, out var earlier) ? earlier.From : set.Spec;
                var reason = onlyUnavailable
                    ? "its unavailable Machines go first"
                    : $"at least {state.LeastAvailable} Machines stay available";
                changes[name] = new ReplicaChange(name, from, set.Spec - fewer, earlier is null ? reason : $"{earlier.Reason}, then {reason}");
            }
        }

        return [.. state.Old.Where(s => changes.ContainsKey(s.Name)).Select(s => changes[s.Name])];
    }

    /// <summary>
    /// An old MachineSet with broken Machines can hold the rollout for good: the careful rule assumes that its available
    /// Machines would go first. Once everything else has come to rest, one of its Machines is given up.
    /// </summary>
    private static ReplicaChange? BreakDeadlock(RolloutState state)
    {
        var atRest = state.All.All(s => s.Spec == s.Status);
        if (!atRest || state.Current.Available < state.Current.Spec)
        {
            return null;
        }

        var stuck = state.Old.FirstOrDefault(s => s.Spec > 0 && s.Available < s.Spec);
        return stuck is null
            ? null
            : new ReplicaChange(stuck.Name, stuck.Spec, stuck.Spec - 1, "nothing else can move and it has Machines that are not available");
    }
}
