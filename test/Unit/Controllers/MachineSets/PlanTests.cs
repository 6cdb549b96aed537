using Slipway.Api.Conditions;
using Slipway.Api.Core;
using Slipway.Api.Core.Machines;
using Slipway.Controllers.MachineSets;
using Slipway.Machinery.Objects;

namespace Slipway.Unit.Controllers.MachineSets;

public sealed class PlanTests
{
    private static readonly RandomSource Random = RandomSource.Seeded(2);

    private static View View(int replicas, params Machine[] machines) => new()
    {
        Set = Given.Set("set", replicas),
        Cluster = Given.Cluster(),
        Machines = machines,
        BootstrapTemplate = Given.Found("KubeadmConfigTemplate", "boot"),
        InfrastructureTemplate = Given.Found("DockerMachineTemplate", "small"),
        Now = Given.Now,
    };

    [Fact]
    public void Missing_machines_are_made()
    {
        var plan = Plan.Make(View(3, Given.Machine("a")), Random);
        Assert.Equal(2, plan.Changes.OfType<Change.CreateMachine>().Select(c => c.Name).Distinct().Count());
        Assert.Empty(plan.Changes.OfType<Change.DeleteMachine>());
    }

    [Fact]
    public void Machines_too_many_are_deleted_and_those_that_go_anyway_count()
    {
        var plan = Plan.Make(View(1, Given.Machine("a").Leaving(), Given.Machine("b").Annotated(Annotations.DeleteMachine), Given.Machine("c")), Random);
        Assert.Equal("b", Assert.Single(plan.Changes.OfType<Change.DeleteMachine>()).Machine.Metadata.Name);
    }

    [Fact]
    public void Nothing_is_made_without_templates_and_it_is_said_what_is_missing()
    {
        var view = View(1) with { InfrastructureTemplate = Given.Missing("DockerMachineTemplate", "small") };
        var plan = Plan.Make(view, Random);
        Assert.Empty(plan.Changes.OfType<Change.CreateMachine>());
        Assert.Contains("There is no DockerMachineTemplate small", Report.Make(view, plan).Conditions.The(ConditionTypes.ScalingUp)!.Message);
    }

    [Fact]
    public void Nothing_is_made_where_it_is_forbidden()
    {
        var view = View(1);
        view = view with { Set = view.Set.WithMetadata(view.Set.Metadata.WithAnnotation(Annotations.DisableMachineCreate, "true")) };
        Assert.Empty(Plan.Make(view, Random).Changes.OfType<Change.CreateMachine>());
    }

    [Fact]
    public void Templates_come_to_belong_to_the_cluster()
    {
        var owned = Plan.Make(View(0), Random).Changes.OfType<Change.KeepObject>().ToList();
        Assert.Equal(2, owned.Count);
        Assert.All(owned, o => Assert.Equal("Cluster", Assert.Single(o.Metadata.OwnerReferences).Kind));
    }

    [Fact]
    public void A_machine_whose_health_check_failed_is_deleted_and_told()
    {
        var sick = Given.Machine("sick", (ConditionTypes.HealthCheckSucceeded, "False"), (ConditionTypes.OwnerRemediated, "False"));
        var plan = Plan.Make(View(2, Given.Machine("well"), sick), Random);
        var decision = Assert.Single(plan.Changes.OfType<Change.Remediate>()).Decision;
        Assert.True(decision.Replace);
        Assert.Equal(MachineReasons.MachineDeleting, decision.OwnerRemediated!.Reason);
        Assert.Empty(plan.Changes.OfType<Change.DeleteMachine>());
    }

    [Fact]
    public void Only_so_many_machines_are_remediated_at_a_time()
    {
        var deployment = Given.Deployment(3);
        deployment = deployment with { Spec = deployment.Spec with { Remediation = new() { MaxInFlight = 1 } } };
        var view = View(2, Sick("a"), Sick("b")) with { Deployment = deployment };
        var decisions = Remediation.Decide(view, []);
        Assert.Equal(1, decisions.Count(d => d.Replace));
        Assert.Equal(MachineReasons.RemediationDeferred, decisions.Single(d => !d.Replace).OwnerRemediated!.Reason);
    }

    [Fact]
    public void Machines_of_an_old_revision_wait_for_the_rollout()
    {
        var deployment = Given.Deployment(1);
        deployment = deployment with { Metadata = deployment.Metadata.WithAnnotation(Annotations.Revision, "2") };
        var decision = Assert.Single(Remediation.Decide(View(1, Sick("a")) with { Deployment = deployment }, []));
        Assert.False(decision.Replace);
        Assert.Equal(MachineReasons.CannotBeRemediated, decision.OwnerRemediated!.Reason);
    }

    [Fact]
    public void A_machine_that_is_well_again_is_no_longer_to_be_remediated()
    {
        var well = Given.Machine("a", (ConditionTypes.HealthCheckSucceeded, "True"), (ConditionTypes.OwnerRemediated, "False"));
        Assert.Null(Assert.Single(Remediation.Decide(View(1, well), [])).OwnerRemediated);
    }

    [Fact]
    public void Labels_and_timeouts_reach_the_machines()
    {
        var view = View(1, Given.Machine("a"));
        var template = view.Set.Spec.Template;
        view = view with { Set = view.Set with { Spec = view.Set.Spec with { Template = template with { Spec = template.Spec with { Deletion = new() { NodeDrainTimeoutSeconds = 9 } } } } } };
        var after = Assert.Single(Plan.Make(view, Random).Changes.OfType<Change.KeepMachine>()).After;
        Assert.Equal(9, after.Spec.Deletion!.NodeDrainTimeoutSeconds);
        Assert.Equal("a", after.Metadata.Labels["pool"]);
        Assert.Equal("set", after.Metadata.Labels[Labels.SetName]);
        Assert.Equal("md", after.Metadata.Labels[Labels.DeploymentName]);
    }

    [Fact]
    public void A_machine_is_made_from_the_template()
    {
        var machine = DesiredMachine.Make(Given.Set("set", 1), "m1");
        Assert.Equal(("KubeadmConfig", "m1"), (machine.Spec.Bootstrap.ConfigRef!.Kind, machine.Spec.Bootstrap.ConfigRef.Name));
        Assert.Equal(("DockerMachine", "m1"), (machine.Spec.InfrastructureRef.Kind, machine.Spec.InfrastructureRef.Name));
        Assert.Equal("uid-set", machine.Metadata.ControllerOwner!.Uid);
        Assert.Contains(Finalizers.Machine, machine.Metadata.Finalizers);
        Assert.Equal("c", machine.Metadata.Labels[Labels.ClusterName]);
    }

    [Fact]
    public void The_status_counts()
    {
        var view = View(3, Given.Machine("a", (ConditionTypes.Ready, "True"), (ConditionTypes.Available, "True"), (ConditionTypes.UpToDate, "True")), Given.Machine("b", (ConditionTypes.Ready, "False")));
        var status = Report.Make(view, Plan.Make(view, Random));
        Assert.Equal((2, 1, 1, 1), (status.Replicas, status.ReadyReplicas, status.AvailableReplicas, status.UpToDateReplicas));
        Assert.Equal(2, Assert.Single(status.Versions).Replicas);
        Assert.Equal("Scaling up from 2 to 3 replicas", status.Conditions.The(ConditionTypes.ScalingUp)!.Message);
    }

    private static Machine Sick(string name) => Given.Machine(name, (ConditionTypes.HealthCheckSucceeded, "False"), (ConditionTypes.OwnerRemediated, "False"));
}
