using Slipway.Api.Bootstrap;
using Slipway.Api.Conditions;
using Slipway.Api.Core;
using Slipway.Api.Core.Clusters;
using Slipway.Api.Core.MachineDeployments;
using Slipway.Api.Core.MachineHealthChecks;
using Slipway.Api.Core.Machines;
using Slipway.Api.Core.MachineSets;
using Slipway.Api.Infrastructure.Docker;
using Slipway.Api.Kubernetes.Nodes;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;

namespace Slipway.Unit.Controllers.World;

/// <summary>The core controllers on a real server: what people do, and what comes of it.</summary>
public sealed class CoreStoryTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_cluster_comes_up()
    {
        await using var plane = await UpAsync(2);
        var cluster = plane.Get<Cluster>("c")!;
        Assert.Equal("Provisioned", cluster.Status.Phase);
        Assert.Equal(("127.0.0.1", 6443), (cluster.Spec.ControlPlaneEndpoint!.Host, cluster.Spec.ControlPlaneEndpoint.Port));
        Assert.All(plane.All<Machine>(), m => Assert.Equal("Running", m.Status.Phase));
        foreach (var machine in plane.All<Machine>())
        {
            var infrastructure = plane.Get<DockerMachine>(machine.Metadata.Name)!;
            Assert.Equal(machine.Metadata.Uid, Assert.Single(infrastructure.Metadata.OwnerReferences).Uid);
            Assert.Equal("c", infrastructure.Metadata.Labels[Labels.ClusterName]);
        }

        var node = await plane.Workload.GetAsync<Node>(new ObjectKey("", Workers(plane)[0].Metadata.Name), Cancellation);
        Assert.Equal("red", node.Metadata.Labels["node.cluster.x-k8s.io/team"]);
        Assert.Equal("c", node.Metadata.Annotations[Annotations.ClusterName]);
        Assert.Equal("Cluster", Assert.Single((await plane.Client.GetAsync<DockerMachineTemplate>(new ObjectKey("default", "small"), Cancellation)).Metadata.OwnerReferences).Kind);
    }

    [Fact]
    public async Task Machines_are_scaled()
    {
        await using var plane = await UpAsync(1);
        await ScaleAsync(plane, 3);
        await AvailableAsync(plane, 3);
        await ScaleAsync(plane, 1);
        await plane.UntilAsync(() => Workers(plane).Count == 1 && plane.All<DockerMachine>().Count == 2, () => Tell(plane));
        await AvailableAsync(plane, 1);
        Assert.Equal(2, (await plane.Workload.ListAsync<Node>("", "", Cancellation)).Count);
    }

    [Fact]
    public async Task A_new_version_replaces_every_machine_and_never_goes_below_the_limit()
    {
        await using var plane = await UpAsync(3);
        var before = Workers(plane).Select(m => m.Metadata.Uid).ToHashSet();
        var fewest = int.MaxValue;
        using var watch = plane.Informers.Of<Machine>().Subscribe(_ => fewest = Math.Min(
            fewest, Workers(plane).Count(m => !m.Metadata.IsDeleting && ConditionSet.IsTrue(m.Status.Conditions, ConditionTypes.Available))));
        fewest = int.MaxValue;
        await plane.ChangeAsync<MachineDeployment>("md", d => d with { Spec = d.Spec with { Template = d.Spec.Template with { Spec = d.Spec.Template.Spec with { Version = "v1.30.1" } } } });
        await plane.UntilAsync(() => Workers(plane).Count == 3 && Workers(plane).TrueForAll(m => m.Spec.Version == "v1.30.1"), () => Tell(plane));
        await AvailableAsync(plane, 3);
        Assert.DoesNotContain(Workers(plane), m => before.Contains(m.Metadata.Uid));
        Assert.Equal(3, fewest);
        await plane.UntilAsync(() => plane.All<MachineSet>().Count == 1, () => Tell(plane));
    }

    [Fact]
    public async Task A_missing_template_is_named_and_its_coming_is_noticed()
    {
        await using var plane = await UpAsync(1);
        await plane.ChangeAsync<MachineDeployment>("md", d => d with
        {
            Spec = d.Spec with { Template = d.Spec.Template with { Spec = d.Spec.Template.Spec with { InfrastructureRef = d.Spec.Template.Spec.InfrastructureRef with { Name = "large" } } } },
        });
        await plane.UntilAsync(
            () => ConditionSet.Get(plane.Get<MachineDeployment>("md")!.Status.Conditions, ConditionTypes.RollingOut)?.Message.Contains("DockerMachineTemplate large", StringComparison.Ordinal) == true,
            () => Tell(plane));
        Assert.Single(Workers(plane));
        await plane.ApplyAsync(Objects.MachineTemplate("large"));
        await plane.UntilAsync(() => Workers(plane).Count == 1 && plane.Get<DockerMachine>(Workers(plane)[0].Metadata.Name)?.Spec.CustomImage == "large", () => Tell(plane));
    }

    [Fact]
    public async Task A_sick_node_is_replaced()
    {
        await using var plane = await UpAsync(2);
        await plane.ApplyAsync(Objects.HealthCheck);
        await plane.UntilAsync(() => plane.Get<MachineHealthCheck>("mhc")?.Status.CurrentHealthy == 2, () => Tell(plane));
        var sick = Workers(plane)[0];
        await plane.ChangeAsync<Node>(
            sick.Metadata.Name,
            n => n with { Status = n.Status with { Conditions = [.. n.Status.Conditions.Select(c => c.Type == "Ready" ? c with { Status = "Unknown", Reason = "NodeStatusUnknown", LastTransitionTime = plane.Time.GetUtcNow() } : c)] } },
            plane.Workload);
        await plane.UntilAsync(() => Workers(plane).TrueForAll(m => m.Metadata.Uid != sick.Metadata.Uid), () => Tell(plane));
        await AvailableAsync(plane, 2);
    }

    [Fact]
    public async Task Labels_reach_machines_and_nodes_without_replacing_anything()
    {
        await using var plane = await UpAsync(1);
        var before = Workers(plane)[0];
        await plane.ChangeAsync<MachineDeployment>("md", d => d with
        {
            Spec = d.Spec with { Template = d.Spec.Template with { Metadata = new() { Labels = new Dictionary<string, string>(d.Spec.Template.Metadata!.Labels) { ["node.cluster.x-k8s.io/team"] = "blue" } } } },
        });
        await plane.UntilAsync(
            () => plane.Workload.GetAsync<Node>(new ObjectKey("", before.Metadata.Name), Cancellation).AsTask().Result.Metadata.Labels.GetValueOrDefault("node.cluster.x-k8s.io/team") == "blue",
            () => Tell(plane));
        Assert.Equal(before.Metadata.Uid, Assert.Single(Workers(plane)).Metadata.Uid);
        await plane.UntilAsync(() => plane.Get<DockerMachine>(before.Metadata.Name)!.Metadata.Labels["node.cluster.x-k8s.io/team"] == "blue", () => Tell(plane));
    }

    [Fact]
    public async Task A_hook_holds_a_machine()
    {
        await using var plane = await UpAsync(1);
        var machine = Workers(plane)[0];
        const string hook = Annotations.PreDrainDeleteHookPrefix + "/wait";
        await plane.ChangeAsync<Machine>(machine.Metadata.Name, m => m.WithMetadata(m.Metadata.WithAnnotation(hook, "me")));
        await plane.Client.DeleteAsync(machine, Cancellation);
        await plane.UntilAsync(
            () => ConditionSet.Get(plane.Get<Machine>(machine.Metadata.Name)!.Status.Conditions, ConditionTypes.Deleting)?.Reason == MachineReasons.WaitingForPreDrainHook, () => Tell(plane));
        await plane.ChangeAsync<Machine>(machine.Metadata.Name, m => m.WithMetadata(m.Metadata.WithoutAnnotation(hook)));
        await plane.UntilAsync(() => plane.Get<Machine>(machine.Metadata.Name) is null, () => Tell(plane));
        await AvailableAsync(plane, 1);
    }

    [Fact]
    public async Task A_paused_cluster_is_left_alone()
    {
        await using var plane = await UpAsync(1);
        await plane.ChangeAsync<Cluster>("c", c => c with { Spec = c.Spec with { Paused = true } });
        await plane.UntilAsync(() => ConditionSet.IsTrue(plane.Get<MachineDeployment>("md")!.Status.Conditions, ConditionTypes.Paused), () => Tell(plane));
        await ScaleAsync(plane, 3);
        await plane.RestAsync();
        Assert.Single(Workers(plane));
        await plane.ChangeAsync<Cluster>("c", c => c with { Spec = c.Spec with { Paused = null } });
        await AvailableAsync(plane, 3);
    }

    [Fact]
    public async Task A_deleted_cluster_leaves_nothing()
    {
        await using var plane = await UpAsync(2);
        await plane.Client.DeleteAsync(plane.Get<Cluster>("c")!, Cancellation);
        await plane.UntilAsync(
            () => plane.All<Cluster>().Count + plane.All<MachineDeployment>().Count + plane.All<MachineSet>().Count + plane.All<Machine>().Count == 0
                && plane.All<DockerCluster>().Count + plane.All<DockerMachine>().Count + plane.All<KubeadmConfig>().Count == 0,
            () => Tell(plane));
    }

    [Fact]
    public async Task A_plane_at_rest_writes_nothing()
    {
        await using var plane = await UpAsync(2);
        await plane.RestAsync();
        var before = plane.Informers.Of<Machine>().Revision;
        plane.Time.Advance(TimeSpan.FromMinutes(1));
        await plane.RestAsync();
        Assert.Equal(before, plane.Informers.Of<Machine>().Revision);
    }

    private static async Task<Plane> UpAsync(int workers)
    {
        var plane = await Plane.StartAsync();
        await plane.ApplyAsync(
            Objects.Deployment(workers), Objects.ControlPlaneMachine, Objects.BootstrapConfig, Objects.InfrastructureMachine, Objects.Cluster,
            Objects.InfrastructureCluster, Objects.MachineTemplate("small"), Objects.BootstrapTemplate);
        await AvailableAsync(plane, workers);
        await plane.UntilAsync(() => ConditionSet.IsTrue(plane.Get<Cluster>("c")!.Status.Conditions, ConditionTypes.Available), () => Tell(plane));
        return plane;
    }

    private static Task ScaleAsync(Plane plane, int replicas) =>
        plane.ChangeAsync<MachineDeployment>("md", d => d with { Spec = d.Spec with { Replicas = replicas } });

    private static Task AvailableAsync(Plane plane, int workers) => plane.UntilAsync(
        () => plane.Get<MachineDeployment>("md") is { Status: { Phase: "Running" } status } && status.AvailableReplicas == workers && status.Replicas == workers,
        () => Tell(plane));

    private static List<Machine> Workers(Plane plane) => [.. plane.All<Machine>().Where(m => m.Metadata.Name != "cp")];

    private static string Tell(Plane plane)
    {
        var lines = new List<string>();
        void Of(IKubernetesObject value, string? phase, IReadOnlyList<Condition> conditions)
        {
            lines.Add($"{value.Kind} {value.Metadata.Name} {phase} {(value.Metadata.IsDeleting ? "deleting" : "")}");
            lines.AddRange(conditions.Select(c => $"  {c.Type}={c.Status} {c.Reason}: {c.Message}"));
        }

        foreach (var c in plane.All<Cluster>())
        {
            Of(c, c.Status.Phase, c.Status.Conditions);
        }

        foreach (var d in plane.All<MachineDeployment>())
        {
            Of(d, d.Status.Phase, d.Status.Conditions);
        }

        foreach (var s in plane.All<MachineSet>())
        {
            Of(s, $"{s.Status.Replicas}/{s.Spec.Replicas}", s.Status.Conditions);
        }

        foreach (var m in plane.All<Machine>())
        {
            Of(m, m.Status.Phase, m.Status.Conditions);
        }

        return string.Join('\n', lines);
    }
}
