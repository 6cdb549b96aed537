using Slipway.Api.Conditions;
using Slipway.Api.Core;
using Slipway.Api.Core.Machines;
using Slipway.Controllers.Shared;
using Slipway.Machinery.Objects;

namespace Slipway.Controllers.MachineSets;

/// <summary>Which Machines whose health check failed are replaced now, and what the others are told.</summary>
internal static class Remediation
{
    /// <summary>The decisions, one for each Machine that has something to hear.</summary>
    /// <param name="view">What is.</param>
    /// <param name="findings">What keeps Machines from being made; it keeps them from being replaced, too.</param>
    public static IReadOnlyList<Decision> Decide(View view, IReadOnlyList<string> findings)
    {
        var decisions = new List<Decision>();
        foreach (var machine in view.Machines)
        {
            // Somebody got well again while waiting.
            if (ConditionSet.IsTrue(machine.Status.Conditions, ConditionTypes.HealthCheckSucceeded)
                && ConditionSet.Get(machine.Status.Conditions, ConditionTypes.OwnerRemediated) is not null && !machine.Metadata.IsDeleting)
            {
                decisions.Add(new Decision(machine, null, Replace: false, $"Machine {machine.Metadata.Name} is healthy again"));
            }
        }

        var sick = view.Machines.Where(m => MachineReports.ToRemediate(m) && !m.Metadata.IsDeleting).ToList();
        if (sick.Count == 0)
        {
            return decisions;
        }

        if (IsOutdated(view))
        {
            decisions.AddRange(sick.Select(m => Wait(m, MachineReasons.CannotBeRemediated, "Machine won't be remediated because it is pending removal due to rollout")));
            return decisions;
        }

        var free = Free(view, out var limit);
        foreach (var machine in sick
            .OrderByDescending(m => m.Metadata.Annotations.ContainsKey(Annotations.RemediateMachine))
            .ThenByDescending(m => m.Metadata.CreationTimestamp)
            .ThenBy(m => m.Metadata.Name, StringComparer.Ordinal))
        {
            if (free <= 0)
            {
                decisions.Add(Wait(machine, MachineReasons.RemediationDeferred, $"Waiting because there are already too many remediations in progress (spec.remediation.maxInFlight is {limit})"));
            }
            else if (findings.Count > 0)
            {
                decisions.Add(Wait(machine, MachineReasons.RemediationDeferred, string.Join('\n', findings.Select(f => $"* {f}"))));
            }
            else
            {
                free--;
                var going = Facts.False(ConditionTypes.OwnerRemediated, MachineReasons.MachineDeleting, "Machine is deleting");
                var why = ConditionSet.Get(machine.Status.Conditions, ConditionTypes.HealthCheckSucceeded)!.Message;
                decisions.Add(new Decision(machine, going, Replace: true, $"delete Machine {machine.Metadata.Name} to replace it: {why.ReplaceLineEndings(" ")}"));
            }
        }

        return decisions;
    }

    private static Decision Wait(Machine machine, string reason, string message) =>
        new(machine, Facts.False(ConditionTypes.OwnerRemediated, reason, message), Replace: false, message);

    private static bool IsOutdated(View view) =>
        view.Deployment is not null
        && view.Deployment.Metadata.Annotations.GetValueOrDefault(Annotations.Revision) != view.Set.Metadata.Annotations.GetValueOrDefault(Annotations.Revision);

    private static int Free(View view, out string limit)
    {
        limit = "";
        if (view.Deployment?.Spec.Remediation?.MaxInFlight is not { } given)
        {
            return int.MaxValue;
        }

        limit = given.ToString();
        var most = Counts.RoundedUp(given, view.Deployment.Spec.Replicas ?? 1, int.MaxValue);
        return most - view.Machines.Count(m =>
            m.Metadata.IsDeleting && ConditionSet.Get(m.Status.Conditions, ConditionTypes.OwnerRemediated)?.Reason == MachineReasons.MachineDeleting);
    }

    /// <summary>What becomes of one Machine.</summary>
    /// <param name="Machine">The Machine.</param>
    /// <param name="OwnerRemediated">The condition to set; null to remove it.</param>
    /// <param name="Replace">Whether it is deleted, so that another takes its place.</param>
    /// <param name="Sentence">What and why.</param>
    internal sealed record Decision(Machine Machine, Condition? OwnerRemediated, bool Replace, string Sentence);
}
