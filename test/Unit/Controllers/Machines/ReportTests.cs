using Slipway.Api.Conditions;
using Slipway.Api.Core.Machines;
using Slipway.Api.Kubernetes.Nodes;
using Slipway.Controllers.Machines;
using Slipway.Controllers.Workloads;

namespace Slipway.Unit.Controllers.Machines;

public sealed class ReportTests
{
    private static readonly string[] Up = [ConditionTypes.InfrastructureReady, ConditionTypes.ControlPlaneInitialized];

    private static View View(Machine machine) => new()
    {
        Machine = machine,
        Cluster = Given.Cluster(Up),
        Infrastructure = Given.Found("DockerMachine", "m", """{"spec":{"providerID":"sim://m"},"status":{"initialization":{"provisioned":true}}}"""),
        Bootstrap = Given.Found("KubeadmConfig", "m", """{"status":{"initialization":{"dataSecretCreated":true},"dataSecretName":"m"}}"""),
        Workload = Workload.Connected,
        Connection = new WorkloadState(WorkloadPhase.Connected, "", Given.Now),
        Now = Given.Now,
    };

    private static Node Node(string ready = "True", string pressure = "False") => new()
    {
        Metadata = Given.Meta("m"),
        Status = new NodeStatus
        {
            Conditions =
            [
                new NodeCondition { Type = "Ready", Status = ready, Message = ready == "True" ? "" : "kubelet stopped", LastTransitionTime = Given.Now.AddMinutes(-3) },
                new NodeCondition { Type = "MemoryPressure", Status = pressure, Message = pressure == "True" ? "memory is short" : "" },
                new NodeCondition { Type = "DiskPressure", Status = "False" },
                new NodeCondition { Type = "PIDPressure", Status = "False" },
            ],
        },
    };

    [Fact]
    public void A_machine_with_a_healthy_node_is_ready_and_available()
    {
        var status = Report.Make(View(Given.Machine("m")) with { Node = Node() }, null);
        Assert.All(
            (string[])[ConditionTypes.Ready, ConditionTypes.Available, ConditionTypes.NodeReady, ConditionTypes.NodeHealthy, ConditionTypes.BootstrapConfigReady, ConditionTypes.InfrastructureReady],
            type => Assert.Equal("True", status.Conditions.The(type)!.Status));
        Assert.Equal(("Running", "m"), (status.Phase, status.NodeRef!.Name));
        Assert.Equal(Given.Now, status.LastUpdated);
        Assert.Equal(Given.Now.AddMinutes(-3), status.Conditions.The(ConditionTypes.NodeReady)!.LastTransitionTime);
    }

    [Theory]
    [InlineData("False", "False", "False", "* Node.Ready: kubelet stopped")]
    [InlineData("True", "True", "False", "* Node.MemoryPressure: memory is short")]
    [InlineData("Unknown", "False", "Unknown", "* Node.Ready: kubelet stopped")]
    public void A_sick_node_makes_the_machine_not_ready(string ready, string pressure, string status, string message)
    {
        var report = Report.Make(View(Given.Machine("m")) with { Node = Node(ready, pressure) }, null);
        Assert.Equal((status, message), (report.Conditions.The(ConditionTypes.NodeHealthy)!.Status, report.Conditions.The(ConditionTypes.NodeHealthy)!.Message));
        Assert.NotEqual("True", report.Conditions.The(ConditionTypes.Ready)!.Status);
        Assert.Contains("NodeHealthy", report.Conditions.The(ConditionTypes.Ready)!.Message);
    }

    [Fact]
    public void A_new_machine_says_what_it_waits_for()
    {
        var machine = Given.Machine("m");
        machine = machine with { Spec = machine.Spec with { ProviderID = null, Bootstrap = machine.Spec.Bootstrap with { DataSecretName = null } }, Status = new MachineStatus() };
        var view = View(machine) with { Bootstrap = Given.Found("KubeadmConfig", "m"), Infrastructure = Given.Found("DockerMachine", "m") };
        var status = Report.Make(view, null);
        Assert.Equal("Pending", status.Phase);
        Assert.Contains("dataSecretCreated is false", status.Conditions.The(ConditionTypes.BootstrapConfigReady)!.Message);
        Assert.Contains("provisioned is false", status.Conditions.The(ConditionTypes.InfrastructureReady)!.Message);
        Assert.Equal("Waiting for DockerMachine to report spec.providerID", status.Conditions.The(ConditionTypes.NodeReady)!.Message);
    }

    [Fact]
    public void Missing_objects_are_named()
    {
        var machine = Given.Machine("m") with { Status = new MachineStatus() };
        var view = View(machine) with { Infrastructure = Given.Missing("DockerMachine", "m") };
        Assert.Equal(Reasons.ObjectDoesNotExist, Report.Make(view, null).Conditions.The(ConditionTypes.InfrastructureReady)!.Reason);
        var gone = View(Given.Machine("m")) with { Infrastructure = Given.Missing("DockerMachine", "m") };
        Assert.Equal(Reasons.ObjectDeleted, Report.Make(gone, null).Conditions.The(ConditionTypes.InfrastructureReady)!.Reason);
    }

    [Fact]
    public void A_deleted_node_is_noticed() =>
        Assert.Equal(MachineReasons.NodeDeleted, Report.Make(View(Given.Machine("m")), null).Conditions.The(ConditionTypes.NodeReady)!.Reason);

    [Fact]
    public void A_machine_is_available_after_it_was_ready_for_a_while()
    {
        var machine = Given.Machine("m");
        machine = machine with { Spec = machine.Spec with { MinReadySeconds = 30 } };
        var view = View(machine) with { Node = Node() };
        var status = Report.Make(view, null);
        Assert.Equal(MachineReasons.WaitingForMinReadySeconds, status.Conditions.The(ConditionTypes.Available)!.Reason);
        Assert.Equal(TimeSpan.FromSeconds(30), Report.AvailableIn(view, status));
        var later = view with { Machine = machine with { Status = status }, Now = Given.Now.AddSeconds(30) };
        Assert.Equal("True", Report.Make(later, null).Conditions.The(ConditionTypes.Available)!.Status);
    }

    [Fact]
    public void A_lost_connection_is_borne_for_a_while()
    {
        var known = View(Given.Machine("m", (ConditionTypes.NodeReady, "True"), (ConditionTypes.NodeHealthy, "True"))) with { Workload = null };
        var lately = known with { Connection = new WorkloadState(WorkloadPhase.Down, "it does not answer", Given.Now) { LastProbeSuccess = Given.Now.AddMinutes(-4) } };
        Assert.Equal("True", Report.Make(lately, null).Conditions.The(ConditionTypes.NodeHealthy)!.Status);
        var long_ = known with { Connection = new WorkloadState(WorkloadPhase.Down, "it does not answer", Given.Now) { LastProbeSuccess = Given.Now.AddMinutes(-6) } };
        Assert.Equal((Reasons.ConnectionDown, "Unknown"), Report.Make(long_, null).Conditions.The(ConditionTypes.NodeHealthy) is { } c ? (c.Reason, c.Status) : default);
    }

    [Fact]
    public void A_machine_of_an_old_template_is_not_up_to_date()
    {
        var view = View(Given.Machine("m")) with { Node = Node(), Set = Given.Set("set", 1), Deployment = Given.Deployment(1, Given.MachineSpec("v1.31.0")) };
        Assert.Equal("* Version is v1.30.0, v1.31.0 is wanted", Report.UpToDate(view)!.Message);
        Assert.Equal("True", Report.UpToDate(view with { Deployment = Given.Deployment(1) })!.Status);
        Assert.Null(Report.UpToDate(view with { Deployment = null }));
    }

    [Fact]
    public void What_all_components_say_is_said_once() => Assert.Equal(
        "* Deleting: x\n* Control plane components: Waiting\n* NodeHealthy: y",
        Report.Collapse("* Deleting: x\n* APIServerPodHealthy: Waiting\n* SchedulerPodHealthy: Waiting\n* NodeHealthy: y"));

    [Fact]
    public void Data_secret_and_provider_id_are_taken_over()
    {
        var machine = Given.Machine("m");
        machine = machine with { Spec = machine.Spec with { ProviderID = null, Bootstrap = machine.Spec.Bootstrap with { DataSecretName = null } } };
        var spec = Progress.Spec(View(machine));
        Assert.Equal(("sim://m", "m"), (spec.ProviderID, spec.Bootstrap.DataSecretName));
    }

    [Fact]
    public void Objects_come_to_belong_to_the_machine_alone()
    {
        var made = Given.Found(
            "DockerMachine", "m", """{"metadata":{"ownerReferences":[{"apiVersion":"cluster.x-k8s.io/v1beta2","kind":"MachineSet","name":"set","uid":"s"}]}}""");
        var owner = Assert.Single(Ownership.OfObject(View(Given.Machine("m")), made).OwnerReferences);
        Assert.Equal(("Machine", true), (owner.Kind, owner.Controller));
    }
}
