using System.Text.Json.Nodes;
using Slipway.EndToEnd.Planes;
using Slipway.EndToEnd.Support;

namespace Slipway.EndToEnd.Stories;

/// <summary>Machines are never changed, they are replaced: by another Kubernetes version or another machine template.</summary>
[Collection(SimulatedPlane.Name)]
public sealed class Upgrades(SimulatedPlane plane) : PlaneTest(plane)
{
    private const string Old = "v1.22.2";
    private const string New = "v1.23.17";

    [Fact]
    public async Task Kubernetes_goes_up_first_on_the_control_plane_and_then_on_the_workers()
    {
        const string name = "upgraded";
        await ClusterAsync(name, controlPlane: 3, workers: 2, Old);
        var before = await MachinesAsync(name);
        Assert.Equal(5, before.Count);

        await using (var watch = await RolloutWatch.BeginAsync(Api, $"cluster.x-k8s.io/cluster-name={name},cluster.x-k8s.io/control-plane"))
        {
            await PatchAsync("kcp", name + "-control-plane", $$$"""{"spec":{"version":"{{{New}}}"}}""");
            await Api.AvailableAsync(name);
            await watch.StayedAsync(floor: 3, ceiling: 4);
        }

        var between = await MachinesAsync(name);
        Assert.Equal([New, New, New, Old, Old], between.Select(m => m.Text("spec", "version")).OrderDescending(StringComparer.Ordinal));
        Assert.Equal(Uids(before, controlPlane: false), Uids(between, controlPlane: false));
        Assert.Empty(Uids(before, controlPlane: true).Intersect(Uids(between, controlPlane: true)));

        await using (var watch = await RolloutWatch.BeginAsync(Api, $"cluster.x-k8s.io/deployment-name={name}-md-0"))
        {
            await PatchAsync("md", name + "-md-0", $$$$$"""{"spec":{"template":{"spec":{"version":"{{{{{New}}}}}"}}}}""");
            await Api.AvailableAsync(name);
            await watch.StayedAsync(floor: 2, ceiling: 3);
        }

        var after = await MachinesAsync(name);
        Assert.Equal(Uids(between, controlPlane: true), Uids(after, controlPlane: true));
        Assert.Empty(Uids(between, controlPlane: false).Intersect(Uids(after, controlPlane: false)));
        Assert.All(after, m => Assert.Equal(New, m.Text("status", "nodeInfo", "kubeletVersion")));
        using (var workload = KubernetesApi.Of(await Plane.WorkloadKubeconfigAsync(name)))
        {
            var nodes = await workload.ListAsync("/api/v1/nodes", Cancellation);
            Assert.Equal(5, nodes.Count);
            Assert.All(nodes, n => Assert.Equal(New, n.Text("status", "nodeInfo", "kubeletVersion")));
            var etcd = await workload.ListAsync("/api/v1/namespaces/kube-system/pods?labelSelector=component%3Detcd", Cancellation);
            Assert.Equal(Names(after, controlPlane: true).Select(n => "etcd-" + n), etcd.Select(p => p.Name).Order(StringComparer.Ordinal));
        }

        await DeleteAsync(name);
    }

    [Fact]
    public async Task A_new_machine_template_replaces_every_machine()
    {
        const string name = "newimage";
        await ClusterAsync(name, controlPlane: 1, workers: 2);
        var before = await MachinesAsync(name);
        foreach (var part in (string[])["control-plane", "md-0"])
        {
            await Api.SendAsync(HttpMethod.Post, Resource.DevMachineTemplates.In(), Template($"{name}-{part}-v2"), Cancellation);
        }

        await using var workers = await RolloutWatch.BeginAsync(Api, $"cluster.x-k8s.io/deployment-name={name}-md-0");
        await using var controlPlane = await RolloutWatch.BeginAsync(Api, $"cluster.x-k8s.io/cluster-name={name},cluster.x-k8s.io/control-plane");
        await PatchAsync("kcp", name + "-control-plane", $$$$$$"""{"spec":{"machineTemplate":{"spec":{"infrastructureRef":{"name":"{{{{{{name}}}}}}-control-plane-v2"}}}}}""");
        await PatchAsync("md", name + "-md-0", $$$$$$"""{"spec":{"template":{"spec":{"infrastructureRef":{"name":"{{{{{{name}}}}}}-md-0-v2"}}}}}""");
        await Api.AvailableAsync(name);
        await workers.StayedAsync(floor: 2, ceiling: 3);
        await controlPlane.StayedAsync(floor: 1, ceiling: 2);

        var after = await MachinesAsync(name);
        Assert.Equal(3, after.Count);
        Assert.Empty(before.Select(m => m.Uid).Intersect(after.Select(m => m.Uid)));
        var infrastructure = await Api.ListAsync(Resource.DevMachines.Labelled("cluster.x-k8s.io/cluster-name=" + name), Cancellation);
        Assert.Equal(after.Select(m => m.Text("spec", "infrastructureRef", "name")).Order(StringComparer.Ordinal), infrastructure.Select(m => m.Name).Order(StringComparer.Ordinal));
        Assert.All(infrastructure, m => Assert.EndsWith("-v2", m.Text("metadata", "annotations", "cluster.x-k8s.io/cloned-from-name"), StringComparison.Ordinal));
        await DeleteAsync(name);
    }

    private static string Template(string name) => $$$$$$$"""
        {"apiVersion":"infrastructure.cluster.x-k8s.io/v1beta2","kind":"DevMachineTemplate","metadata":{"name":"{{{{{{{name}}}}}}}"},
         "spec":{"template":{"spec":{"backend":{"inMemory":{}}}}}}
        """;

    private static IEnumerable<string> Uids(IEnumerable<JsonNode> machines, bool controlPlane) =>
        machines.Where(m => IsControlPlane(m) == controlPlane).Select(m => m.Uid).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Names(IEnumerable<JsonNode> machines, bool controlPlane) =>
        machines.Where(m => IsControlPlane(m) == controlPlane).Select(m => m.Text("status", "nodeRef", "name")).Order(StringComparer.Ordinal);

    private static bool IsControlPlane(JsonNode machine) => machine.At("metadata", "labels", "cluster.x-k8s.io/control-plane") is not null;

    // Replacing is over when what is left is up to date; the last old machine may still be on its way out.
    private async Task<IReadOnlyCollection<JsonNode>> MachinesAsync(string cluster) =>
        await Api.UntilAsync(Resource.Machines.Labelled("cluster.x-k8s.io/cluster-name=" + cluster), $"no machine of {cluster} on its way out", state => state.All(m => !m.IsDeleting));

    private async Task PatchAsync(string kind, string name, string patch) =>
        (await Plane.Kubectl.RunAsync("patch", kind, name, "--type=merge", "-p", patch)).Succeeded();
}
