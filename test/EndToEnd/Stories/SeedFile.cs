using System.Text.Json.Nodes;
using Slipway.EndToEnd.Planes;
using Slipway.EndToEnd.Support;

namespace Slipway.EndToEnd.Stories;

/// <summary>The quick start's own file, unchanged, by kubectl, with containers played in memory.</summary>
[Collection(SimulatedPlane.Name)]
public sealed class SeedFile(SimulatedPlane plane) : PlaneTest(plane)
{
    private const string Name = "capi-quickstart";
    private static readonly string[] Created =
    [
        "cluster.cluster.x-k8s.io/capi-quickstart created",
        "dockercluster.infrastructure.cluster.x-k8s.io/capi-quickstart created",
        "dockermachinetemplate.infrastructure.cluster.x-k8s.io/capi-quickstart-control-plane created",
        "kubeadmcontrolplane.controlplane.cluster.x-k8s.io/capi-quickstart-control-plane created",
        "dockermachinetemplate.infrastructure.cluster.x-k8s.io/capi-quickstart-md-0 created",
        "kubeadmconfigtemplate.bootstrap.cluster.x-k8s.io/capi-quickstart-md-0 created",
        "machinedeployment.cluster.x-k8s.io/capi-quickstart-md-0 created",
    ];

    [Fact]
    public async Task It_comes_up_serves_scales_and_leaves_nothing_behind()
    {
        var file = Checkout.Shared("seed/capi-quickstart.yaml");
        var filesBefore = FilesOfClusters();

        Assert.Equal(Created, Lines(await Plane.Kubectl.RunAsync("apply", "-f", file)));
        (await Plane.Kubectl.RunAsync("wait", "--for=condition=Available", "cluster/" + Name, "--timeout=90s")).Succeeded();
        await Api.AvailableAsync(Name);
        await ApplyingAgainChangesNothingAsync(file);

        await TablesShowItAsync();
        await WorkloadServesAsync();
        await ScalesAsync();
        await LeavesNothingBehindAsync(filesBefore);
    }

    // kubectl may call an object configured: read as v1beta1, its references name the version that is stored now.
    private async Task ApplyingAgainChangesNothingAsync(string file)
    {
        var before = await GenerationsAsync();
        (await Plane.Kubectl.RunAsync("apply", "-f", file)).Succeeded();
        Assert.Equal(before, await GenerationsAsync());
    }

    private async Task<IReadOnlyList<int>> GenerationsAsync()
    {
        var objects = new List<JsonNode>();
        foreach (var resource in Resource.All)
        {
            objects.AddRange(await Api.ListAsync(resource.In(), Cancellation));
        }

        return [.. objects.Where(o => o.Name.StartsWith(Name, StringComparison.Ordinal)).Select(o => o.Number("metadata", "generation"))];
    }

    private async Task TablesShowItAsync()
    {
        var table = (await Plane.Kubectl.RunAsync("get", "cluster,kcp,md,ms,machine,dockermachine", "-A")).Succeeded();
        foreach (var row in (string[])
        [
            "cluster.cluster.x-k8s.io/" + Name,
            $"kubeadmcontrolplane.controlplane.cluster.x-k8s.io/{Name}-control-plane",
            $"machinedeployment.cluster.x-k8s.io/{Name}-md-0",
            $"machineset.cluster.x-k8s.io/{Name}-md-0-",
            $"machine.cluster.x-k8s.io/{Name}-control-plane-",
            $"dockermachine.infrastructure.cluster.x-k8s.io/{Name}-md-0-",
        ])
        {
            Assert.Contains(row, table, StringComparison.Ordinal);
        }

        var clusters = Lines(await Plane.Kubectl.RunAsync("get", "cluster"));
        Assert.Equal(
            ["NAME", "CLUSTERCLASS", "AVAILABLE", "CP", "DESIRED", "CP", "AVAILABLE", "CP", "UP-TO-DATE", "W", "DESIRED", "W", "AVAILABLE", "W", "UP-TO-DATE", "PHASE", "AGE", "VERSION"],
            Words(clusters[0]));
        Assert.Equal([Name, "True", "1", "1", "1", "1", "1", "1", "Provisioned"], Words(clusters[1])[..9]);

        var tree = (await Plane.SlipwayAsync("describe", "cluster", Name)).Succeeded();
        Assert.Contains($"KubeadmControlPlane/{Name}-control-plane", tree, StringComparison.Ordinal);
        Assert.Contains($"MachineDeployment/{Name}-md-0", tree, StringComparison.Ordinal);
    }

    private async Task WorkloadServesAsync()
    {
        var workload = new Kubectl(await Plane.WorkloadKubeconfigAsync(Name), Plane.Home);
        var nodes = Lines(await workload.RunAsync("get", "nodes")).Skip(1).Select(Words).ToList();
        Assert.Equal(2, nodes.Count);
        Assert.All(nodes, node => Assert.Equal("Ready", node[1]));
        Assert.All(nodes, node => Assert.Equal("v1.22.2", node[4]));
        Assert.Equal(["<none>", "control-plane"], nodes.Select(node => node[2]).Order(StringComparer.Ordinal));

        var pods = Lines(await workload.RunAsync("get", "pods", "-A")).Skip(1).Select(Words).ToList();
        Assert.All(pods, pod => Assert.Equal(["kube-system", "Running"], (string[])[pod[0], pod[3]]));
        foreach (var (prefix, count) in ((string, int)[])[("etcd-", 1), ("kube-apiserver-", 1), ("kube-controller-manager-", 1), ("kube-scheduler-", 1), ("kube-proxy-", 2), ("coredns-", 2)])
        {
            Assert.Equal(count, pods.Count(pod => pod[1].StartsWith(prefix, StringComparison.Ordinal)));
        }
    }

    private async Task ScalesAsync()
    {
        var before = await Api.ListAsync(Resource.Machines.In(), Cancellation);
        (await Plane.Kubectl.RunAsync("scale", "md", Name + "-md-0", "--replicas=3")).Succeeded();
        await Api.AvailableAsync(Name);
        (await Plane.Kubectl.RunAsync("scale", "md", Name + "-md-0", "--replicas=1")).Succeeded();
        await Api.AvailableAsync(Name);
        await using var controlPlane = await RolloutWatch.BeginAsync(Api, "cluster.x-k8s.io/control-plane");
        (await Plane.Kubectl.RunAsync("scale", "kcp", Name + "-control-plane", "--replicas=3")).Succeeded();
        await Api.AvailableAsync(Name);
        await controlPlane.StayedAsync(floor: 1, ceiling: 3);

        var machines = await Api.UntilAsync(Resource.Machines.In(), "4 machines", state => state.Count == 4);
        var first = before.Single(m => m.At("metadata", "labels", "cluster.x-k8s.io/control-plane") is not null);
        Assert.Contains(first.Uid, machines.Select(m => m.Uid));
        using var workload = KubernetesApi.Of(await Plane.WorkloadKubeconfigAsync(Name));
        var nodes = await workload.ListAsync("/api/v1/nodes", Cancellation);
        Assert.Equal(
            machines.Select(m => m.Text("status", "nodeRef", "name")).Order(StringComparer.Ordinal),
            nodes.Select(n => n.Name).Order(StringComparer.Ordinal));
    }

    private async Task LeavesNothingBehindAsync(IReadOnlyCollection<string> filesBefore)
    {
        using var workload = KubernetesApi.Of(await Plane.WorkloadKubeconfigAsync(Name));
        Assert.True(await Plane.AnswersAsync(workload.Host.Port));

        (await Plane.Kubectl.RunAsync("delete", "cluster", Name, "--timeout=90s")).Succeeded();

        // Templates and Secrets are owned by the Cluster: the garbage collector takes them once it is gone.
        foreach (var resource in Resource.All)
        {
            await Api.UntilAsync(resource.In(), $"no {resource.Plural} left", state => state.All(o => !o.Name.StartsWith(Name, StringComparison.Ordinal)));
        }

        await Api.UntilAsync(Resource.Secrets.In(), "no Secrets left", state => state.All(o => !o.Name.StartsWith(Name, StringComparison.Ordinal)));
        Assert.False(await Plane.AnswersAsync(workload.Host.Port), $"Port {workload.Host.Port} of the deleted cluster still answers.");
        Assert.Empty(FilesOfClusters().Except(filesBefore));
    }

    private HashSet<string> FilesOfClusters()
    {
        var folder = Path.Combine(Plane.DataDirectory, "clusters");
        return Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)] : [];
    }

    private static string[] Lines(Finished finished) => finished.Succeeded().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
