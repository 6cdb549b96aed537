using Slipway.Api.Core;
using Slipway.Api.Core.Machines;
using Slipway.Api.Core.Shared;
using Slipway.Api.Kubernetes.Nodes;
using Slipway.Controllers.Machines;
using Slipway.Machinery.Objects;

namespace Slipway.Unit.Controllers.Machines;

public sealed class NodeSyncTests
{
    private static readonly Node Plain = new()
    {
        Metadata = new ObjectMeta { Name = "n", Labels = new Dictionary<string, string> { ["kubernetes.io/os"] = "linux" } },
        Spec = new NodeSpec { Taints = [new Taint { Key = TaintKeys.NodeUninitialized, Effect = "NoSchedule" }, new Taint { Key = "theirs", Effect = "NoExecute" }] },
    };

    [Theory]
    [InlineData("node-role.kubernetes.io/worker", true)]
    [InlineData("a.node-restriction.kubernetes.io/x", true)]
    [InlineData("node-restriction.kubernetes.io/x", true)]
    [InlineData("node.cluster.x-k8s.io/x", true)]
    [InlineData("a.node.cluster.x-k8s.io/x", true)]
    [InlineData("othernode.cluster.x-k8s.io/x", false)]
    [InlineData("cluster.x-k8s.io/cluster-name", false)]
    [InlineData("plain", false)]
    public void Some_labels_are_for_the_node(string key, bool isSynced) => Assert.Equal(isSynced, NodeSync.IsSynced(key, isLabel: true));

    [Fact]
    public void A_label_comes_and_goes_with_the_machine()
    {
        var with = Sync(Given.Machine("m").Labelled("node.cluster.x-k8s.io/team", "red"), Plain);
        Assert.Equal("red", with.Metadata.Labels["node.cluster.x-k8s.io/team"]);
        Assert.Equal("linux", with.Metadata.Labels["kubernetes.io/os"]);
        Assert.Equal("node.cluster.x-k8s.io/team", with.Metadata.Annotations[Annotations.LabelsFromMachine]);
        var without = Sync(Given.Machine("m"), with);
        Assert.DoesNotContain("node.cluster.x-k8s.io/team", without.Metadata.Labels.Keys);
        Assert.Equal("linux", without.Metadata.Labels["kubernetes.io/os"]);
    }

    [Fact]
    public void The_node_says_whose_it_is()
    {
        var annotations = Sync(Given.Machine("m"), Plain).Metadata.Annotations;
        Assert.Equal(("c", "ns", "m"), (annotations[Annotations.ClusterName], annotations[Annotations.ClusterNamespace], annotations[Annotations.Machine]));
    }

    [Fact]
    public void Taints_of_the_machine_come_and_go_and_others_stay()
    {
        var machine = Given.Machine("m");
        machine = machine with
        {
            Spec = machine.Spec with
            {
                Taints =
                [
                    new MachineTaint { Key = "always", Effect = "NoSchedule", Propagation = "Always" },
                    new MachineTaint { Key = "once", Effect = "NoSchedule", Propagation = "OnInitialization" },
                ],
            },
        };
        var first = Sync(machine, Plain);
        Assert.Equal(["theirs", "always", "once"], first.Spec.Taints.Select(t => t.Key));
        var later = Sync(machine, first with { Spec = first.Spec with { Taints = [.. first.Spec.Taints.Where(t => t.Key != "once")] } });
        Assert.Equal(["theirs", "always"], later.Spec.Taints.Select(t => t.Key));
        Assert.Equal(["theirs"], Sync(Given.Machine("m"), later).Spec.Taints.Select(t => t.Key));
    }

    [Fact]
    public void A_node_of_an_old_revision_is_avoided()
    {
        var deployment = Given.Deployment(1);
        var view = View(Given.Machine("m")) with
        {
            Set = Given.Set("set", 1) is var s ? s.WithMetadata(s.Metadata.WithAnnotation(Annotations.Revision, "1")) : null,
            Deployment = deployment.WithMetadata(deployment.Metadata.WithAnnotation(Annotations.Revision, "2")),
        };
        Assert.Contains(NodeSync.Wanted(view, Plain).Spec.Taints, t => t.Key == TaintKeys.NodeOutdatedRevision);
    }

    [Fact]
    public void A_second_sync_changes_nothing()
    {
        var once = Sync(Given.Machine("m"), Plain);
        var twice = Sync(Given.Machine("m"), once);
        Assert.Same(once.Metadata, twice.Metadata);
        Assert.Equal(once.Spec.Taints, twice.Spec.Taints);
    }

    private static View View(Machine machine) => new() { Machine = machine, Infrastructure = Given.Found("DockerMachine", "m"), Now = Given.Now };

    private static Node Sync(Machine machine, Node node) => NodeSync.Wanted(View(machine), node);
}
