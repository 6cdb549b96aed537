using Slipway.Controllers.KubeadmControlPlanes.Views;
using Slipway.Controllers.Shared;
using Slipway.Machinery.Objects;

namespace Slipway.Controllers.KubeadmControlPlanes.Rollout;

/// <summary>Finds the next step: the first Machine, one more, one less, or the replacement of an outdated one.</summary>
internal static class Scaling
{
    /// <summary>The next step; at most one Machine comes or goes at a time.</summary>
    /// <param name="view">What is, judged.</param>
    /// <param name="random">Where the end of a new Machine's name comes from.</param>
    public static Step Next(View view, RandomSource random)
    {
        var count = view.Machines.Count;
        var outdated = view.Outdated.ToList();
        if (outdated.Count > 0)
        {
            var surge = Counts.RoundedUp(view.ControlPlane.Spec.Rollout?.Strategy?.RollingUpdate?.MaxSurge, view.Desired, fallback: 1);
            var why = $"{outdated.Count} of {Prose.Count(count, "Machine")} {Prose.Verb(outdated.Count, "is", "are")} not up-to-date ({Because(outdated)})";
            var step = count < view.Desired + surge ? Up(view, random, why) : Down(view, why);
            return step.Changes.Count == 0
                ? step
                : step with { Changes = [new Change.PrepareRollout($"prepare the workload cluster for Machines of {view.ControlPlane.Spec.Version}"), .. step.Changes] };
        }

        if (count == 0 && view.Desired > 0)
        {
            return First(view, random);
        }

        return count < view.Desired ? Up(view, random, $"{count} of {Prose.Count(view.Desired, "replica")} exist")
            : count > view.Desired ? Down(view, $"{Prose.Count(count, "Machine")} {Prose.Verb(count, "exists", "exist")}, {view.Desired} {Prose.Verb(view.Desired, "is", "are")} wanted")
            : Step.None;
    }

    private static Step First(View view, RandomSource random)
    {
        var blocked = Preflight.BeforeScaleUp(view);
        if (blocked.Count > 0)
        {
            return new Step([], StepDirection.Up, blocked);
        }

        var domain = Choice.FailureDomain(view);
        var name = MachineNaming.Next(view, random);
        var create = new Change.CreateMachine(
            name, domain, Initializes: true, Replaced(view), $"create Machine {name}{In(domain)} to initialize the control plane");
        return new Step([create], StepDirection.Up, []);
    }

    private static Step Up(View view, RandomSource random, string why)
    {
        var blocked = view.IsInitialized ? Preflight.BeforeScaleUp(view) : ["waiting for the first Machine to initialize the control plane"];
        if (blocked.Count > 0)
        {
            return new Step([], StepDirection.Up, blocked);
        }

        var domain = Choice.FailureDomain(view);
        var name = MachineNaming.Next(view, random);
        var create = new Change.CreateMachine(name, domain, Initializes: false, Replaced(view), $"create Machine {name}{In(domain)}: {why}");
        return new Step([create], StepDirection.Up, []);
    }

    private static Step Down(View view, string why)
    {
        if (Choice.ToDelete(view) is not { } leaving)
        {
            return new Step([], StepDirection.Down, ["waiting for a control plane Machine to complete deletion"]);
        }

        var blocked = Preflight.BeforeScaleDown(view, leaving);
        return blocked.Count > 0
            ? new Step([], StepDirection.Down, blocked)
            : new Step([new Change.DeleteMachine(leaving, $"delete Machine {leaving.Name}: {why}")], StepDirection.Down, []);
    }

    private static string? Replaced(View view) => view.RemediationInProgress is { Length: > 0 } record ? record : null;

    private static string In(string? domain) => domain is null ? "" : $" in failure domain {domain}";

    private static string Because(List<ControlPlaneMachine> outdated) => string.Join("; ", outdated.SelectMany(m => m.Outdated).Distinct().Take(3));
}
