using Slipway.Api.Conditions;
using Slipway.Api.Core;
using Slipway.Api.Core.Clusters;
using Slipway.Api.Core.MachineHealthChecks;
using Slipway.Api.Core.Machines;
using Slipway.Api.Kubernetes.Nodes;
using Slipway.Controllers.MachineHealthChecks;

namespace Slipway.Unit.Controllers.MachineHealthChecks;

public sealed class HealthRulesTests
{
    private static readonly Cluster Up = Given.Cluster(ConditionTypes.InfrastructureReady, ConditionTypes.ControlPlaneInitialized);

    private static readonly MachineHealthCheckChecks Checks = new()
    {
        NodeStartupTimeoutSeconds = 300,
        UnhealthyNodeConditions = [new UnhealthyNodeCondition { Type = "Ready", Status = "Unknown", TimeoutSeconds = 60 }],
        UnhealthyMachineConditions = [new UnhealthyMachineCondition { Type = "Broken", Status = "True", TimeoutSeconds = 60 }],
    };

    private static Node Node(string ready, int secondsAgo) => new()
    {
        Metadata = Given.Meta("m"),
        Status = new NodeStatus { Conditions = [new NodeCondition { Type = "Ready", Status = ready, Reason = "KubeletGone", LastTransitionTime = Given.Now.AddSeconds(-secondsAgo) }] },
    };

    private static Machine Young(int secondsAgo)
    {
        var machine = Given.Machine("m");
        return machine with { Metadata = machine.Metadata with { CreationTimestamp = Given.Now.AddSeconds(-secondsAgo) }, Status = new MachineStatus() };
    }

    private static Cluster Since(int secondsAgo) => Up with
    {
        Status = Up.Status with { Conditions = [.. Up.Status.Conditions.Select(c => c with { LastTransitionTime = Given.Now.AddSeconds(-secondsAgo) })] },
    };

    private static Health Examine(Target target, Cluster? cluster = null) => HealthRules.Examine(target, Checks, cluster ?? Up, Given.Now);

    [Fact]
    public void A_ready_node_is_healthy() => Assert.Equal(HealthState.Healthy, Examine(new Target(Given.Machine("m"), Node("True", 500), true)).State);

    [Fact]
    public void An_unknown_node_is_unhealthy_after_its_time()
    {
        var early = Examine(new Target(Given.Machine("m"), Node("Unknown", 20), true));
        Assert.Equal((HealthState.Undecided, TimeSpan.FromSeconds(40)), (early.State, early.ChangesIn));
        var late = Examine(new Target(Given.Machine("m"), Node("Unknown", 60), true));
        Assert.Equal((HealthState.Unhealthy, MachineReasons.UnhealthyNode), (late.State, late.Reason));
        Assert.Equal("Health check failed:\n  * Condition Ready on Node is reporting status Unknown with reason KubeletGone for more than 1m0s", late.Message);
    }

    [Fact]
    public void A_condition_that_never_said_since_when_has_lasted_long_enough()
    {
        var node = Node("Unknown", 0);
        node = node with { Status = new NodeStatus { Conditions = [.. node.Status.Conditions.Select(c => c with { LastTransitionTime = null })] } };
        Assert.Equal(HealthState.Unhealthy, Examine(new Target(Given.Machine("m"), node, true)).State);
    }

    [Fact]
    public void A_machine_condition_counts_before_the_node()
    {
        var health = Examine(new Target(Given.Machine("m", ("Broken", "True")), Node("Unknown", 600), true));
        Assert.Equal(MachineReasons.UnhealthyMachine, health.Reason);
        Assert.Equal(3, health.Message.Split('\n').Length);
    }

    [Fact]
    public void A_deleted_node_is_noticed_only_where_nodes_are_known()
    {
        Assert.Equal(MachineReasons.NodeDeleted, Examine(new Target(Given.Machine("m"), null, true)).Reason);
        Assert.Equal(HealthState.Undecided, Examine(new Target(Given.Machine("m"), null, false)).State);
        Assert.Equal(HealthState.Undecided, Examine(new Target(Given.Machine("m").Leaving(), null, true)).State);
    }

    [Theory]
    [InlineData(299, 1000, HealthState.Undecided)]
    [InlineData(300, 1000, HealthState.Unhealthy)]
    [InlineData(1000, 299, HealthState.Undecided)]
    public void A_node_must_come_in_time(int machineSecondsAgo, int clusterSecondsAgo, object state) =>
        Assert.Equal(state, Examine(new Target(Young(machineSecondsAgo), null, true), Since(clusterSecondsAgo)).State);

    [Fact]
    public void A_node_may_take_forever_where_no_time_is_set()
    {
        var health = HealthRules.Examine(new Target(Young(100_000), null, true), Checks with { NodeStartupTimeoutSeconds = 0 }, Since(100_000), Given.Now);
        Assert.Equal((HealthState.Undecided, null), (health.State, health.ChangesIn));
    }

    [Fact]
    public void Nothing_is_decided_before_the_cluster_can_have_nodes()
    {
        var target = new Target(Young(100_000), null, true);
        Assert.Equal(HealthState.Undecided, Examine(target, Given.Cluster(ConditionTypes.InfrastructureReady)).State);
        Assert.Equal(HealthState.Undecided, Examine(target, Given.Cluster(ConditionTypes.ControlPlaneInitialized)).State);
        var first = new Target(Young(100_000).Labelled(Labels.ControlPlane), null, true);
        Assert.Equal(HealthState.Unhealthy, Examine(first, Given.Cluster(ConditionTypes.InfrastructureReady)).State);
    }

    [Fact]
    public void People_may_ask_for_remediation_at_any_time()
    {
        var health = Examine(new Target(Given.Machine("m").Annotated(Annotations.RemediateMachine), Node("True", 1), true), Given.Cluster());
        Assert.Equal((HealthState.Unhealthy, MachineReasons.HasRemediateAnnotation), (health.State, health.Reason));
    }
}
