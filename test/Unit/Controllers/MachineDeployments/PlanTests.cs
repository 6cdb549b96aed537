using Slipway.Api.Conditions;
using Slipway.Api.Core;
using Slipway.Api.Core.MachineDeployments;
using Slipway.Api.Core.MachineSets;
using Slipway.Controllers.MachineDeployments;
using Slipway.Machinery.Objects;

namespace Slipway.Unit.Controllers.MachineDeployments;

public sealed class PlanTests
{
    private static readonly RandomSource Random = RandomSource.Seeded(1);

    private static View View(MachineDeployment deployment, params MachineSet[] sets) =>
        new() { Deployment = deployment, Cluster = Given.Cluster(), Sets = sets, Now = Given.Now };

    [Fact]
    public void The_first_machine_set_is_made_with_all_machines()
    {
        var plan = Plan.Make(View(Given.Deployment(3)), Random);
        var set = Assert.IsType<Change.CreateSet>(Assert.Single(plan.Changes)).Set;
        Assert.Equal(3, set.Spec.Replicas);
        Assert.StartsWith("md-", set.Metadata.Name);
        var end = set.Metadata.Name["md-".Length..];
        var hash = set.Metadata.Labels[Labels.MachineTemplateHash];
        Assert.EndsWith("-" + end, hash);
        Assert.Equal(hash, set.Spec.Selector.MatchLabels[Labels.MachineTemplateHash]);
        Assert.Equal(hash, set.Spec.Template.Metadata!.Labels[Labels.MachineTemplateHash]);
        Assert.Equal("a", set.Spec.Template.Metadata.Labels["pool"]);
        Assert.Equal("md", set.Metadata.Labels[Labels.DeploymentName]);
        Assert.Equal("1", set.Metadata.Annotations[Annotations.Revision]);
        Assert.Equal("uid-md", set.Metadata.ControllerOwner!.Uid);
        Assert.Contains(Finalizers.MachineSet, set.Metadata.Finalizers);
        Assert.Equal(1, plan.Revision);
    }

    [Fact]
    public void A_new_version_makes_a_new_machine_set_beside_the_old()
    {
        var plan = Plan.Make(View(Given.Deployment(3, Given.MachineSpec("v1.31.0")), Given.Set("old", 3)), Random);
        var create = Assert.Single(plan.Changes.OfType<Change.CreateSet>());
        Assert.Equal(1, create.Set.Spec.Replicas);
        Assert.Contains("v1.30.0, v1.31.0 is wanted", create.Sentence);
        Assert.DoesNotContain(plan.Changes.OfType<Change.UpdateSet>(), u => u.IsScale);
    }

    [Fact]
    public void Labels_and_timeouts_do_not_replace_machines()
    {
        var deployment = Given.Deployment(3, Given.MachineSpec() with { Deletion = new() { NodeDrainTimeoutSeconds = 7 }, MinReadySeconds = 5 });
        deployment = deployment with { Metadata = deployment.Metadata.WithAnnotation("team", "x") };
        var plan = Plan.Make(View(deployment, Given.Set("only", 3)), Random);
        var update = Assert.IsType<Change.UpdateSet>(Assert.Single(plan.Changes));
        Assert.Equal(7, update.After.Spec.Template.Spec.Deletion!.NodeDrainTimeoutSeconds);
        Assert.Equal(5, update.After.Spec.Template.Spec.MinReadySeconds);
        Assert.Equal("x", update.After.Metadata.Annotations["team"]);
        Assert.False(update.IsScale);
    }

    [Fact]
    public void A_label_that_left_the_template_leaves_the_machine_set()
    {
        var set = Given.Set("only", 1);
        set = set with
        {
            Metadata = set.Metadata.WithLabel("gone", "1").WithLabel("theirs", "1"),
            Spec = set.Spec with { Template = set.Spec.Template with { Metadata = new() { Labels = new Dictionary<string, string> { ["pool"] = "a", ["gone"] = "1" } } } },
        };
        var after = Assert.IsType<Change.UpdateSet>(Assert.Single(Plan.Make(View(Given.Deployment(1), set), Random).Changes)).After;
        Assert.DoesNotContain("gone", after.Metadata.Labels.Keys);
        Assert.DoesNotContain("gone", after.Spec.Template.Metadata!.Labels.Keys);
        Assert.Contains("theirs", after.Metadata.Labels.Keys);
    }

    [Fact]
    public void Going_back_takes_the_old_machine_set_again_with_a_new_revision()
    {
        var first = Given.Set("first", 0);
        first = first with { Metadata = first.Metadata.WithAnnotation(Annotations.Revision, "1") };
        var second = Given.Set("second", 2, Given.MachineSpec("v1.31.0"));
        second = second with { Metadata = second.Metadata.WithAnnotation(Annotations.Revision, "2") };
        var plan = Plan.Make(View(Given.Deployment(2), first, second), Random);
        Assert.Equal(3, plan.Revision);
        var update = plan.Changes.OfType<Change.UpdateSet>().Single(u => u.Before == first);
        Assert.Equal("3", update.After.Metadata.Annotations[Annotations.Revision]);
        Assert.Equal("1", update.After.Metadata.Annotations[Annotations.RevisionHistory]);
        Assert.Equal(1, update.After.Spec.Replicas);
    }

    [Fact]
    public void A_rollout_after_that_has_passed_makes_a_new_machine_set_once()
    {
        var deployment = Given.Deployment(1);
        deployment = deployment with { Spec = deployment.Spec with { Rollout = new() { After = Given.Now.AddMinutes(-1) } } };
        Assert.Single(Plan.Make(View(deployment, Given.Set("old", 1)), Random).Changes.OfType<Change.CreateSet>());

        var fresh = Given.Set("fresh", 1);
        fresh = fresh with { Metadata = fresh.Metadata with { CreationTimestamp = Given.Now } };
        Assert.Empty(Plan.Make(View(deployment, Given.Set("old", 1), fresh), Random).Changes.OfType<Change.CreateSet>());
    }

    [Fact]
    public void A_rollout_after_in_the_future_is_waited_for()
    {
        var deployment = Given.Deployment(1);
        deployment = deployment with { Spec = deployment.Spec with { Rollout = new() { After = Given.Now.AddMinutes(5) } } };
        Assert.Equal(Given.Now.AddMinutes(5), Plan.Make(View(deployment, Given.Set("only", 1)), Random).LookAgain);
    }

    [Fact]
    public void A_missing_template_is_named_and_blocks_only_the_new_machine_set()
    {
        var view = View(Given.Deployment(2, Given.MachineSpec(template: "gone")), Given.Set("old", 2)) with { MissingTemplates = ["There is no DockerMachineTemplate gone"] };
        var plan = Plan.Make(view, Random);
        Assert.Empty(plan.Changes.OfType<Change.CreateSet>());
        Assert.Single(plan.Changes.OfType<Change.UpdateSet>());
        var status = Report.Make(view, plan);
        Assert.Contains("There is no DockerMachineTemplate gone", status.Conditions.The(ConditionTypes.RollingOut)!.Message);
    }

    [Fact]
    public void A_complete_rollout_deletes_empty_machine_sets()
    {
        var plan = Plan.Make(View(Given.Deployment(2), Given.Set("old", 0, Given.MachineSpec("v1.29.0")), Given.Set("new", 2)), Random);
        Assert.Equal("old", Assert.Single(plan.Changes.OfType<Change.DeleteSet>()).Set.Metadata.Name);

        var unfinished = Given.Set("new", 2) with { Status = new() { Replicas = 2, AvailableReplicas = 1, ObservedGeneration = 1 } };
        Assert.Empty(Plan.Make(View(Given.Deployment(2), Given.Set("old", 0, Given.MachineSpec("v1.29.0")), unfinished), Random).Changes.OfType<Change.DeleteSet>());
    }

    [Fact]
    public void Old_machine_sets_make_no_machines_where_people_delete_them()
    {
        var deployment = Given.Deployment(2, Given.MachineSpec("v1.31.0"));
        deployment = deployment with { Spec = deployment.Spec with { Rollout = new() { Strategy = new() { Type = "OnDelete" } } } };
        var plan = Plan.Make(View(deployment, Given.Set("old", 2)), Random);
        Assert.Equal("true", plan.Changes.OfType<Change.UpdateSet>().Single().After.Metadata.Annotations[Annotations.DisableMachineCreate]);
        Assert.Equal(0, plan.Changes.OfType<Change.CreateSet>().Single().Set.Spec.Replicas);
    }

    [Fact]
    public void A_paused_deployment_only_scales()
    {
        var deployment = Given.Deployment(5, Given.MachineSpec("v1.31.0"));
        deployment = deployment with { Spec = deployment.Spec with { Paused = true } };
        var plan = Plan.Make(View(deployment, Given.Set("old", 3)), Random);
        Assert.Equal(5, plan.Changes.OfType<Change.UpdateSet>().Single().After.Spec.Replicas);
        Assert.Empty(plan.Changes.OfType<Change.CreateSet>());
    }

    [Fact]
    public void A_deployment_that_goes_deletes_its_machine_sets()
    {
        var deployment = Given.Deployment(1);
        deployment = deployment with { Metadata = deployment.Metadata with { DeletionTimestamp = Given.Now } };
        Assert.IsType<Change.DeleteSet>(Assert.Single(Plan.Make(View(deployment, Given.Set("only", 1)), Random).Changes));
    }

    [Fact]
    public void A_missing_cluster_is_named()
    {
        var view = View(Given.Deployment(1)) with { Cluster = null };
        var plan = Plan.Make(view, Random);
        Assert.Empty(plan.Changes);
        Assert.Contains("no Cluster c", Report.Make(view, plan).Conditions.The(ConditionTypes.ScalingUp)!.Message);
    }

    [Fact]
    public void The_status_counts_and_tells()
    {
        var view = View(Given.Deployment(3, Given.MachineSpec("v1.31.0")), Given.Set("old", 2), Given.Set("new", 1, Given.MachineSpec("v1.31.0")));
        var status = Report.Make(view, Plan.Make(view, Random));
        Assert.Equal((3, 3, 3, 1), (status.Replicas, status.ReadyReplicas, status.AvailableReplicas, status.UpToDateReplicas));
        Assert.Equal("Running", status.Phase);
        Assert.Equal("pool=a", status.Selector);
        Assert.Equal("True", status.Conditions.The(ConditionTypes.Available)!.Status);
        var rolling = status.Conditions.The(ConditionTypes.RollingOut)!;
        Assert.Equal("True", rolling.Status);
        Assert.Contains("Rolling out 2 not up-to-date replicas", rolling.Message);
        Assert.Contains("* Version is v1.30.0, v1.31.0 is wanted", rolling.Message);
    }
}
