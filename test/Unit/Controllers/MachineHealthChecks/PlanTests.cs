using Slipway.Api.Conditions;
using Slipway.Api.Core;
using Slipway.Api.Core.MachineHealthChecks;
using Slipway.Api.Core.Shared;
using Slipway.Api.Kubernetes.Nodes;
using Slipway.Controllers.MachineHealthChecks;
using Slipway.Machinery.Json;

namespace Slipway.Unit.Controllers.MachineHealthChecks;

public sealed class PlanTests
{
    private static readonly Node Node = new() { Metadata = Given.Meta("n") };

    private static View View(params Target[] targets) => new()
    {
        Check = new MachineHealthCheck { Metadata = Given.Meta("mhc"), Spec = new MachineHealthCheckSpec { ClusterName = "c" } },
        Cluster = Given.Cluster(ConditionTypes.InfrastructureReady, ConditionTypes.ControlPlaneInitialized),
        Targets = targets,
        Now = Given.Now,
    };

    private static View Limited(View view, IntOrString? most, string? range = null) => view with
    {
        Check = view.Check with
        {
            Spec = view.Check.Spec with { Remediation = new() { TriggerIf = new() { UnhealthyLessThanOrEqualTo = most, UnhealthyInRange = range } } },
        },
    };

    private static Target Well(string name) => new(Given.Machine(name), Node, true);

    private static Target Sick(string name, params (string Type, string Status)[] conditions) =>
        new(Given.Machine(name, conditions).Annotated(Annotations.RemediateMachine), Node, true);

    [Theory]
    [InlineData(3, 2, null, null, true, 2)]
    [InlineData(3, 2, "1", null, true, 0)]
    [InlineData(3, 1, "1", null, false, 0)]
    [InlineData(5, 3, "40%", null, true, 0)]
    [InlineData(5, 2, "40%", null, false, 0)]
    [InlineData(5, 3, null, "[1-3]", true, 1)]
    [InlineData(5, 5, null, "[1-3]", false, 0)]
    public void Too_many_sick_machines_are_not_remediated(int total, int healthy, string? most, string? range, bool allowed, int remaining)
    {
        var trigger = new RemediationTriggerIf
        {
            UnhealthyLessThanOrEqualTo = most is null ? null : int.TryParse(most, out var number) ? number : most,
            UnhealthyInRange = range,
        };
        var allowance = Allowance.Decide(trigger, total, healthy);
        Assert.Equal((allowed, remaining), (allowance.Allowed, allowance.Remaining));
        Assert.Equal(allowed, allowance.Message.Length == 0);
    }

    [Fact]
    public void The_owner_of_a_sick_machine_is_asked_once()
    {
        var mark = Assert.IsType<Change.MarkMachine>(Assert.Single(Plan.Make(View(Sick("a"))).Changes));
        Assert.True(mark.IsAlarm);
        Assert.Equal("False", mark.After.Status.Conditions.The(ConditionTypes.HealthCheckSucceeded)!.Status);
        Assert.Equal(MachineReasons.WaitingForRemediation, mark.After.Status.Conditions.The(ConditionTypes.OwnerRemediated)!.Reason);
        Assert.Empty(Plan.Make(View(new Target(mark.After, Node, true))).Changes);
    }

    [Fact]
    public void An_owner_who_is_at_it_is_not_asked_again()
    {
        var mark = Assert.IsType<Change.MarkMachine>(Assert.Single(Plan.Make(View(Sick("a", (ConditionTypes.OwnerRemediated, "False")))).Changes));
        Assert.Equal(ConditionTypes.OwnerRemediated, mark.After.Status.Conditions.The(ConditionTypes.OwnerRemediated)!.Reason);
        Assert.False(mark.IsAlarm);
    }

    [Fact]
    public void Where_remediation_is_not_allowed_the_finding_is_still_written()
    {
        var plan = Plan.Make(Limited(View(Sick("a"), Sick("b"), Well("w")), 1));
        Assert.All(plan.Changes.OfType<Change.MarkMachine>().Where(c => c.Before.Metadata.Name != "w"), c =>
        {
            Assert.Equal("False", c.After.Status.Conditions.The(ConditionTypes.HealthCheckSucceeded)!.Status);
            Assert.Null(c.After.Status.Conditions.The(ConditionTypes.OwnerRemediated));
        });
        Assert.Equal(3, plan.Changes.Count);
    }

    [Fact]
    public void The_status_tells_who_is_looked_after()
    {
        var view = Limited(View(Well("b"), Sick("a")), 0);
        var plan = Plan.Make(view);
        var status = Report.Make(view, plan);
        Assert.Equal((2, 1, 0), (status.ExpectedMachines, status.CurrentHealthy, status.RemediationsAllowed));
        Assert.Equal(["a", "b"], status.Targets);
        Assert.Equal(MachineReasons.TooManyUnhealthy, status.Conditions.The(ConditionTypes.RemediationAllowed)!.Reason);
    }

    [Fact]
    public void A_remediation_request_is_made_once_and_taken_back()
    {
        var view = View(Sick("a"));
        view = view with
        {
            Check = view.Check with { Spec = view.Check.Spec with { Remediation = new() { TemplateRef = new() { ApiVersion = "r.x/v1", Kind = "FixTemplate", Name = "fix" } } } },
            RemediationTemplate = Given.Found("FixTemplate", "fix").Object,
            RemediationKind = Given.Kind("r.x", "Fix"),
        };
        Assert.Single(Plan.Make(view).Changes.OfType<Change.CreateRequest>());
        var asked = view with { Requests = new Dictionary<string, Unstructured> { ["a"] = Given.Found("Fix", "a").Object! } };
        Assert.Empty(Plan.Make(asked).Changes.OfType<Change.CreateRequest>());
        Assert.Single(Plan.Make(asked with { Targets = [Well("a")] }).Changes.OfType<Change.DeleteRequest>());
        var missing = view with { RemediationTemplate = null, RemediationProblem = "There is no FixTemplate fix" };
        Assert.Equal(
            MachineReasons.RemediationTemplateNotFound,
            Plan.Make(missing).Changes.OfType<Change.MarkMachine>().Single().After.Status.Conditions.The(ConditionTypes.ExternallyRemediated)!.Reason);
    }
}
