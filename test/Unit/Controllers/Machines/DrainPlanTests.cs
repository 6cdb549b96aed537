using Slipway.Api.Core;
using Slipway.Api.Kubernetes.Pods;
using Slipway.Controllers.Machines.Draining;
using Slipway.Machinery.Objects;

namespace Slipway.Unit.Controllers.Machines;

public sealed class DrainPlanTests
{
    private static readonly HashSet<ObjectKey> DaemonSets = [new("ns", "proxy")];

    [Fact]
    public void Ordinary_pods_are_evicted() => Assert.Single(Make(Pod("a")).Evict);

    [Fact]
    public void Pods_of_daemon_sets_and_mirror_pods_stay()
    {
        var plan = Make(Owned(Pod("a"), "proxy"), Pod("b") is var b ? b.WithMetadata(b.Metadata.WithAnnotation(Annotations.MirrorPod, "x")) : null!);
        Assert.True(plan.IsDone);
    }

    [Fact]
    public void A_pod_whose_daemon_set_is_gone_is_evicted() => Assert.Single(Make(Owned(Pod("a"), "gone")).Evict);

    [Theory]
    [InlineData("skip", true, 0)]
    [InlineData("SKIP", true, 0)]
    [InlineData("wait-completed", false, 1)]
    [InlineData("nonsense", false, 0)]
    public void A_label_decides(string label, bool done, int waited)
    {
        var pod = Pod("a");
        var plan = Make(pod.WithMetadata(pod.Metadata.WithLabel(Labels.Drain, label)));
        Assert.Equal(done, plan.IsDone);
        Assert.Equal(waited, plan.Complete.Count);
    }

    [Fact]
    public void A_pod_on_its_way_out_is_waited_for_unless_the_node_is_unreachable()
    {
        var pod = Pod("a");
        var going = pod.WithMetadata(pod.Metadata with { DeletionTimestamp = Given.Now.AddMinutes(-1) });
        Assert.Single(Make(going).Leaving);
        Assert.True(DrainPlan.Make([going], DaemonSets, unreachable: true, Given.Now).IsDone);
    }

    [Fact]
    public void The_message_groups_pods_by_what_keeps_them()
    {
        var pods = Enumerable.Range(0, 5).Select(i => Pod($"p{i}")).ToList();
        var message = DrainReport.Message(
            new DrainPlan { Leaving = [pods[0]], Evict = pods[1..] }, [.. pods[1..].Select(p => (p, "the budget does not allow it"))], Given.Now);
        Assert.Equal(
            "Drain not completed yet (started at 2026-01-01T12:00:00Z):\n* Pod ns/p0: deletionTimestamp set, but still not removed from the Node\n* Pods ns/p1, ns/p2, ns/p3, ... (1 more): the budget does not allow it",
            message);
    }

    private static Pod Pod(string name) => new() { Metadata = new ObjectMeta { Namespace = "ns", Name = name } };

    private static Pod Owned(Pod pod, string daemonSet) =>
        pod.WithMetadata(pod.Metadata with { OwnerReferences = [new OwnerReference { ApiVersion = "apps/v1", Kind = "DaemonSet", Name = daemonSet, Uid = "1", Controller = true }] });

    private static DrainPlan Make(params Pod[] pods) => DrainPlan.Make(pods, DaemonSets, unreachable: false, Given.Now);
}
