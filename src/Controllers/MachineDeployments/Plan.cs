using System.Globalization;
using Slipway.Api.Core;
using Slipway.Api.Core.MachineDeployments;
using Slipway.Api.Core.MachineSets;
using Slipway.Controllers.MachineDeployments.Rollout;
using Slipway.Controllers.Shared;
using Slipway.Machinery.Objects;

namespace Slipway.Controllers.MachineDeployments;

/// <summary>What one pass is to write; a pure function of the view, but for the end of a new name.</summary>
internal sealed record Plan
{
    /// <summary>The strategy that replaces Machines step by step.</summary>
    public const string RollingUpdate = "RollingUpdate";

    /// <summary>The strategy that waits for people to delete Machines.</summary>
    public const string OnDeleteStrategy = "OnDelete";

    /// <summary>The writes, in order.</summary>
    public IReadOnlyList<Change> Changes { get; init; } = [];

    /// <summary>The MachineSet of the newest template; null while there is none.</summary>
    public MachineSet? Current { get; init; }

    /// <summary>Why no MachineSet fits the template; empty where one does.</summary>
    public string WhyNew { get; init; } = "";

    /// <summary>What keeps the rollout from going on, as a sentence; empty for nothing.</summary>
    public string Blocked { get; init; } = "";

    /// <summary>The revision of the current MachineSet; 0 while there is none.</summary>
    public long Revision { get; init; }

    /// <summary>When the plan changes by the clock alone; null for never.</summary>
    public DateTimeOffset? LookAgain { get; init; }

    /// <summary>Makes the plan.</summary>
    /// <param name="view">What is.</param>
    /// <param name="random">Where the end of a new MachineSet's name comes from.</param>
    public static Plan Make(View view, RandomSource random)
    {
        var deployment = view.Deployment;
        if (deployment.Metadata.IsDeleting)
        {
            return new Plan
            {
                Changes = [.. view.Sets.Where(s => !s.Metadata.IsDeleting).Select(s => new Change.DeleteSet(s, $"delete MachineSet {s.Metadata.Name}: its MachineDeployment is being deleted"))],
            };
        }

        if (view.Cluster is null)
        {
            return new Plan { Blocked = $"there is no Cluster {deployment.Spec.ClusterName} in namespace {deployment.Metadata.Namespace}: create it" };
        }

        if (view.Adoptable.Count > 0)
        {
            // Taken over first: the next pass sees them among its own.
            return new Plan
            {
                Changes = [.. view.Adoptable.Select(s => new Change.AdoptSet(s, $"adopt MachineSet {s.Metadata.Name}: the selector matches it and nobody manages it"))],
            };
        }

        var plan = deployment.Spec.Paused == true ? WhilePaused(view) : Roll(view, random);
        return deployment.Spec.Rollout?.After is { } after && after > view.Now ? plan with { LookAgain = after } : plan;
    }

    private static Plan WhilePaused(View view)
    {
        var found = CurrentMachineSet.Find(view.Deployment, view.Sets, view.Now).Set ?? view.Sets.LastOrDefault();
        if (found is null)
        {
            return new Plan { Blocked = "the MachineDeployment is paused before its first MachineSet" };
        }

        var state = State(view, found);
        return new Plan
        {
            Current = found,
            Revision = DesiredMachineSet.Revision(found),
            Changes = Apply(view, state, ProportionalScaling.Plan(state), found, null),
            Blocked = "the MachineDeployment is paused",
        };
    }

    private static Plan Roll(View view, RandomSource random)
    {
        var found = CurrentMachineSet.Find(view.Deployment, view.Sets, view.Now);
        if (found.Set is null && view.MissingTemplates.Count > 0)
        {
            var old = view.Sets.Select(s => (Before: s, After: DesiredMachineSet.Update(view.Deployment, s)));
            return new Plan
            {
                WhyNew = found.WhyNew,
                Blocked = string.Join("; ", view.MissingTemplates),
                Changes = [.. old.Select(s => new Change.UpdateSet(s.Before, s.After, IsScale: false, $"keep MachineSet {s.Before.Metadata.Name} in step with its MachineDeployment"))],
            };
        }

        var current = found.Set ?? DesiredMachineSet.Make(view.Deployment, random);
        var state = State(view, current);
        var steps = Strategy(view.Deployment) == OnDeleteStrategy ? OnDelete.Plan(state) : Rollout.RollingUpdate.Plan(state);
        var revision = Math.Max(
            view.Sets.Where(s => s.Metadata.Name != current.Metadata.Name).Select(DesiredMachineSet.Revision).DefaultIfEmpty().Max() + 1,
            DesiredMachineSet.Revision(current));
        return new Plan
        {
            Current = current,
            WhyNew = found.WhyNew,
            Revision = revision,
            Changes = [.. Apply(view, state, steps, current, revision), .. CleanUp(view, current)],
        };
    }

    /// <summary>The strategy asked for.</summary>
    /// <param name="deployment">The MachineDeployment.</param>
    internal static string Strategy(MachineDeployment deployment) =>
        deployment.Spec.Rollout?.Strategy?.Type is { Length: > 0 } type ? type : RollingUpdate;

    /// <summary>How far the rollout may go above and below the wanted number.</summary>
    /// <param name="deployment">The MachineDeployment.</param>
    internal static RolloutLimits Limits(MachineDeployment deployment)
    {
        var rolling = deployment.Spec.Rollout?.Strategy?.RollingUpdate;
        return Strategy(deployment) == OnDeleteStrategy
            ? new RolloutLimits(0, 0)
            : RolloutLimits.Resolve(deployment.Spec.Replicas ?? 1, rolling?.MaxSurge, rolling?.MaxUnavailable);
    }

    private static RolloutState State(View view, MachineSet current) => new(
        view.Desired,
        Limits(view.Deployment),
        Counted(current),
        [.. view.Sets.Where(s => s.Metadata.Name != current.Metadata.Name && !s.Metadata.IsDeleting).Select(Counted)]);

    private static SetReplicas Counted(MachineSet set) =>
        new(set.Metadata.Name, set.Spec.Replicas ?? 0, set.Status.Replicas ?? 0, set.Status.AvailableReplicas ?? 0)
        {
            NotedMaximum = set.Metadata.Annotations.TryGetValue(Annotations.MaxReplicas, out var noted)
                && int.TryParse(noted, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    ? number
                    : null,
        };

    private static List<Change> Apply(View view, RolloutState state, IReadOnlyList<ReplicaChange> steps, MachineSet current, long? revision)
    {
        var byHand = Strategy(view.Deployment) == OnDeleteStrategy;
        var changes = new List<Change>();
        foreach (var set in view.Sets.Where(s => s.Metadata.Name != current.Metadata.Name && !s.Metadata.IsDeleting).Prepend(current))
        {
            var isCurrent = set == current;
            var step = steps.FirstOrDefault(s => s.Set == set.Metadata.Name);
            var wanted = DesiredMachineSet.Note(
                DesiredMachineSet.Update(view.Deployment, set), state, isCurrent ? revision : null, !isCurrent && byHand ? "true" : "false");
            if (step is not null)
            {
                wanted = wanted with { Spec = wanted.Spec with { Replicas = step.To } };
            }

            if (set.Metadata.Uid.Length == 0)
            {
                var why = view.Sets.Count == 0 ? "the MachineDeployment has none yet" : CurrentMachineSet.Find(view.Deployment, view.Sets, view.Now).WhyNew;
                changes.Add(new Change.CreateSet(wanted, $"create MachineSet {wanted.Metadata.Name} with {Prose.Count(wanted.Spec.Replicas ?? 0, "replica")}: {why}"));
            }
            else
            {
                var sentence = step?.ToString() ?? $"keep MachineSet {set.Metadata.Name} in step with its MachineDeployment";
                changes.Add(new Change.UpdateSet(set, wanted, step is not null, sentence));
            }
        }

        return changes;
    }

    private static IEnumerable<Change> CleanUp(View view, MachineSet current)
    {
        var status = current.Status;
        var complete = current.Spec.Replicas == view.Desired && status.Replicas == view.Desired
            && status.AvailableReplicas == view.Desired && status.ObservedGeneration >= current.Metadata.Generation;
        var old = view.Sets.Where(s => s.Metadata.Name != current.Metadata.Name && !s.Metadata.IsDeleting);
        return complete && current.Metadata.Uid.Length > 0
            ? old.Where(s => s.Spec.Replicas is null or 0 && s.Status.Replicas is null or 0)
                .Select(s => new Change.DeleteSet(s, $"delete MachineSet {s.Metadata.Name}: the rollout is complete and it has no Machines"))
            : [];
    }
}
