using Slipway.Controllers.MachineDeployments.Rollout;

namespace Slipway.Unit.Controllers.MachineDeployments;

/// <summary>MachineSets and Machines in fast motion: enough of them to see where a rollout leads.</summary>
internal sealed class RolloutWorld
{
    private readonly List<Set> _sets = [];

    /// <summary>The number wanted.</summary>
    public required int Desired { get; set; }

    /// <summary>The limits.</summary>
    public required RolloutLimits Limits { get; init; }

    /// <summary>Whether old Machines go only when somebody deletes them.</summary>
    public bool ByHand { get; init; }

    /// <summary>Which Machine a MachineSet deletes: true where it prefers those that are not available, as ours does.</summary>
    public bool SparesAvailable { get; init; } = true;

    public int Total => _sets.Sum(s => s.Machines.Count);

    public int Available => _sets.Sum(s => s.Machines.Count(m => m.IsAvailable && !m.IsLeaving));

    public bool IsDone => _sets[..^1].TrueForAll(s => s.Machines.Count == 0) && Current.Machines.Count == Desired && Current.Machines.TrueForAll(m => m.IsAvailable);

    private Set Current => _sets[^1];

    /// <summary>Adds a MachineSet; the last one added is the current one.</summary>
    public RolloutWorld With(string name, int available, int broken = 0)
    {
        _sets.Add(new Set(name)
        {
            Spec = available + broken,
            Machines = [.. Enumerable.Range(0, available).Select(_ => new Box { IsAvailable = true }), .. Enumerable.Range(0, broken).Select(_ => new Box { IsBroken = true })],
        });
        return this;
    }

    /// <summary>Somebody deletes a Machine of a set.</summary>
    public void Delete(string set) => _sets.Single(s => s.Name == set).Machines.First(m => !m.IsLeaving).IsLeaving = true;

    /// <summary>What the planner asks for now.</summary>
    public IReadOnlyList<ReplicaChange> Plan()
    {
        var state = new RolloutState(Desired, Limits, Count(Current), [.. _sets[..^1].Select(Count)]);
        return ByHand ? OnDelete.Plan(state) : RollingUpdate.Plan(state);
    }

    /// <summary>The MachineSets take their new numbers, and make and delete Machines accordingly.</summary>
    public void Apply(IReadOnlyList<ReplicaChange> changes)
    {
        foreach (var change in changes)
        {
            _sets.Single(s => s.Name == change.Set).Spec = change.To;
        }

        foreach (var set in _sets)
        {
            var isOld = set != Current;
            while (set.Machines.Count < set.Spec && !(isOld && ByHand))
            {
                set.Machines.Add(new Box());
            }

            var order = set.Machines.OrderByDescending(m => m.IsLeaving).ThenBy(m => SparesAvailable ? m.IsAvailable : !m.IsAvailable).ToList();
            foreach (var machine in order.Take(Math.Max(set.Machines.Count - set.Spec, 0)))
            {
                machine.IsLeaving = true;
            }
        }
    }

    /// <summary>Time passes: Machines come up and go.</summary>
    /// <param name="happens">Whether something happens to a Machine this time.</param>
    public void Pass(Func<bool>? happens = null)
    {
        foreach (var set in _sets)
        {
            set.Machines.RemoveAll(m => m.IsLeaving && (happens?.Invoke() ?? true));
            foreach (var machine in set.Machines.Where(m => !m.IsBroken && !m.IsLeaving && (happens?.Invoke() ?? true)))
            {
                machine.IsAvailable = true;
            }
        }
    }

    /// <summary>One line about every MachineSet.</summary>
    public override string ToString() =>
        string.Join(", ", _sets.Select(s => $"{s.Name} {s.Machines.Count}/{s.Spec} ({s.Machines.Count(m => m.IsAvailable && !m.IsLeaving)} available{(s.Machines.Exists(m => m.IsLeaving) ? $", {s.Machines.Count(m => m.IsLeaving)} leaving" : "")})"));

    private static SetReplicas Count(Set set) => new(set.Name, set.Spec, set.Machines.Count, set.Machines.Count(m => m.IsAvailable));

    private sealed class Set(string name)
    {
        public string Name => name;

        public int Spec { get; set; }

        public List<Box> Machines { get; init; } = [];
    }

    private sealed class Box
    {
        public bool IsAvailable { get; set; }

        public bool IsBroken { get; init; }

        public bool IsLeaving { get; set; }
    }
}
