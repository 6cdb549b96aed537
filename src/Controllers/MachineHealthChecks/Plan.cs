using Slipway.Api.Conditions;
using Slipway.Api.Core.Machines;
using Slipway.Controllers.Shared;
using Slipway.Machinery.Objects;

namespace Slipway.Controllers.MachineHealthChecks;

/// <summary>What one pass is to write; a pure function of the view.</summary>
/// <param name="Findings">What was found of each Machine.</param>
/// <param name="Allowance">Whether Machines may be remediated.</param>
/// <param name="Changes">The writes, in order.</param>
internal sealed record Plan(IReadOnlyList<Health> Findings, Allowance Allowance, IReadOnlyList<Change> Changes)
{
    /// <summary>How long until time alone may change the plan; null for never.</summary>
    public TimeSpan? ChangesIn => Findings.Min(f => f.ChangesIn);

    /// <summary>Machines found healthy.</summary>
    public int Healthy => Findings.Count(f => f.State == HealthState.Healthy);

    /// <summary>Makes the plan.</summary>
    /// <param name="view">What is.</param>
    public static Plan Make(View view)
    {
        if (view.Cluster is null || view.Check.Metadata.IsDeleting)
        {
            return new Plan([], new Allowance(Allowed: true, 0, ""), []);
        }

        var findings = view.Targets.Select(t => HealthRules.Examine(t, view.Check.Spec.Checks, view.Cluster, view.Now)).ToList();
        var allowance = Allowance.Decide(view.Check.Spec.Remediation?.TriggerIf, findings.Count, findings.Count(f => f.State == HealthState.Healthy));
        return new Plan(findings, allowance, [.. findings.SelectMany(f => For(view, f, allowance))]);
    }

    private static IEnumerable<Change> For(View view, Health finding, Allowance allowance) => finding.State switch
    {
        HealthState.Healthy => WhenHealthy(view, finding.Target.Machine),
        HealthState.Unhealthy => WhenUnhealthy(view, finding, allowance),
        _ => [],
    };

    private static IEnumerable<Change> WhenHealthy(View view, Machine machine)
    {
        var name = machine.Metadata.Name;
        if (view.Requests.TryGetValue(name, out var request) && !request.Metadata.IsDeleting)
        {
            yield return new Change.DeleteRequest(request, $"take back {request.Kind} {request.Metadata.Name}: Machine {name} is healthy again");
        }

        var conditions = ConditionSet.Without(machine.Status.Conditions, ConditionTypes.ExternallyRemediated);
        foreach (var change in Mark(
            view,
            machine,
            conditions,
            Facts.True(ConditionTypes.HealthCheckSucceeded, MachineReasons.HealthCheckSucceeded),
            null,
            $"note that Machine {name} is healthy"))
        {
            yield return change;
        }
    }

    private static IEnumerable<Change> WhenUnhealthy(View view, Health finding, Allowance allowance)
    {
        var machine = finding.Target.Machine;
        var name = machine.Metadata.Name;
        var failed = Facts.False(ConditionTypes.HealthCheckSucceeded, finding.Reason, finding.Message);
        var found = finding.Message.ReplaceLineEndings(" ");
        var external = view.Check.Spec.Remediation?.TemplateRef is not null;
        if (!allowance.Allowed || machine.Metadata.IsDeleting)
        {
            return Mark(view, machine, machine.Status.Conditions, failed, null, $"note that Machine {name} is not healthy: {found}");
        }

        if (!external)
        {
            // Whoever remediates says how far it is; this only begins it.
            var asked = ConditionSet.IsFalse(machine.Status.Conditions, ConditionTypes.OwnerRemediated)
                ? null
                : Facts.False(ConditionTypes.OwnerRemediated, MachineReasons.WaitingForRemediation, "Waiting for remediation");
            return Mark(view, machine, machine.Status.Conditions, failed, asked, $"ask the owner of Machine {name} to replace it: {found}");
        }

        if (view.RemediationTemplate is null || view.RemediationKind is null)
        {
            var missing = Facts.False(ConditionTypes.ExternallyRemediated, MachineReasons.RemediationTemplateNotFound, view.RemediationProblem);
            return Mark(view, machine, machine.Status.Conditions, failed, missing, $"note that Machine {name} cannot be remediated: {view.RemediationProblem}");
        }

        var told = Mark(
            view,
            machine,
            machine.Status.Conditions,
            failed,
            Facts.False(ConditionTypes.ExternallyRemediated, MachineReasons.WaitingForRemediation, $"Waiting for {view.RemediationKind.Type.Kind} {name}"),
            $"note that Machine {name} is not healthy: {found}");
        return view.Requests.ContainsKey(name)
            ? told
            : told.Append(new Change.CreateRequest(machine, $"create {view.RemediationKind.Type.Kind} {name}: {found}"));
    }

    private static IEnumerable<Change> Mark(
        View view, Machine machine, IReadOnlyList<Condition> conditions, Condition health, Condition? remediation, string sentence)
    {
        conditions = conditions.With([health, remediation], view.Now, machine.Metadata.Generation);
        if (conditions != machine.Status.Conditions)
        {
            var marked = machine with { Status = machine.Status with { Conditions = conditions } };
            yield return new Change.MarkMachine(machine, marked, health.Status == ConditionSet.False && remediation is not null, sentence);
        }
    }
}
