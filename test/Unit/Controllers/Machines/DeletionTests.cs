using Slipway.Api.Conditions;
using Slipway.Api.Core;
using Slipway.Api.Core.Machines;
using Slipway.Api.Kubernetes.Nodes;
using Slipway.Controllers.Machines;
using Slipway.Machinery.Objects;
using Slipway.Unit.Controllers.Stories;

namespace Slipway.Unit.Controllers.Machines;

public sealed class DeletionTests
{
    private static View View(Machine machine) => new()
    {
        Machine = machine,
        Cluster = Given.Cluster(),
        Infrastructure = Given.Found("DockerMachine", machine.Metadata.Name),
        Bootstrap = Given.Found("KubeadmConfig", machine.Metadata.Name),
        ControlPlaneMachineStays = true,
        Node = new Node { Metadata = Given.Meta(machine.Metadata.Name) },
        Now = Given.Now,
    };

    [Fact]
    public void The_whole_way_out()
    {
        var lines = new List<string>();
        var machine = Given.Machine("m").Leaving().Annotated(Annotations.PreDrainDeleteHookPrefix + "/backup").Annotated(Annotations.PreTerminateDeleteHookPrefix + "/etcd");
        var view = View(machine) with { Workload = Workload.Connected };

        void Step(string before)
        {
            var step = Deletion.Next(view);
            lines.Add($"{before}: {step.Act}, {step.Reason}: {step.Message}");
            lines.AddRange(step.Changes.Select(c => $"  {c}"));
            view = view with { Machine = view.Machine with { Status = view.Machine.Status with { Deletion = step.Times } } };
        }

        Step("deletion is asked for");
        view = view with { Machine = view.Machine.WithMetadata(view.Machine.Metadata.WithoutAnnotation(Annotations.PreDrainDeleteHookPrefix + "/backup")) };
        Step("the backup is done");
        view = view with { Drained = true };
        Step("the Node is drained");
        view = view with { Detached = true };
        Step("no volume is attached");
        view = view with { Machine = view.Machine.WithMetadata(view.Machine.Metadata.WithoutAnnotation(Annotations.PreTerminateDeleteHookPrefix + "/etcd")) };
        Step("etcd is tidy");
        view = view with { Infrastructure = Given.Found("DockerMachine", "m", deleting: true) };
        Step("the infrastructure is going");
        view = view with { Infrastructure = Given.Missing("DockerMachine", "m") };
        Step("the infrastructure is gone");
        view = view with { Bootstrap = Given.Missing("KubeadmConfig", "m") };
        Step("the bootstrap object is gone");
        view = view with { Node = null };
        Step("the Node is gone");
        Story.Tells("machine the whole way out", lines);
    }

    [Fact]
    public void Nothing_is_drained_when_the_whole_cluster_goes()
    {
        var cluster = Given.Cluster();
        var view = View(Given.Machine("m").Leaving()) with { Cluster = cluster.WithMetadata(cluster.Metadata with { DeletionTimestamp = Given.Now }) };
        Assert.Equal(MachineReasons.WaitingForInfrastructureDeletion, Deletion.Next(view).Reason);
    }

    [Fact]
    public void Nothing_is_drained_when_no_control_plane_answers()
    {
        Assert.NotNull(Deletion.NodeRefusal(View(Given.Machine("m").Leaving()) with { ControlPlaneMachineStays = false }));
        var hosted = Given.Found("HostedControlPlane", "cp", """{"status":{"externalManagedControlPlane":true}}""");
        Assert.Null(Deletion.NodeRefusal(View(Given.Machine("m").Leaving()) with { ControlPlaneMachineStays = false, ControlPlane = hosted }));
    }

    [Fact]
    public void A_drain_ends_with_its_time()
    {
        var machine = Given.Machine("m").Leaving();
        machine = machine with
        {
            Spec = machine.Spec with { Deletion = new() { NodeDrainTimeoutSeconds = 60, NodeVolumeDetachTimeoutSeconds = 60 } },
            Status = machine.Status with { Deletion = new() { NodeDrainStartTime = Given.Now.AddSeconds(-60), WaitForNodeVolumeDetachStartTime = Given.Now.AddSeconds(-60) } },
        };
        Assert.Equal(MachineReasons.WaitingForInfrastructureDeletion, Deletion.Next(View(machine) with { Workload = Workload.Connected }).Reason);
        var still = machine with { Status = machine.Status with { Deletion = new() { NodeDrainStartTime = Given.Now.AddSeconds(-59) } } };
        Assert.Equal(DeletionAct.Drain, Deletion.Next(View(still) with { Workload = Workload.Connected }).Act);
    }

    [Fact]
    public void An_object_of_another_machine_is_left_alone()
    {
        var foreign = Given.Found("DockerMachine", "m", """{"metadata":{"ownerReferences":[{"apiVersion":"cluster.x-k8s.io/v1beta2","kind":"Machine","name":"other","uid":"other","controller":true}]}}""");
        var view = View(Given.Machine("m").Leaving()) with { Infrastructure = foreign, Bootstrap = null, Cluster = null };
        Assert.Equal(DeletionAct.Finish, Deletion.Next(view).Act);
    }
}
