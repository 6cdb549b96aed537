using System.Text.Json.Nodes;
using Slipway.EndToEnd.Support;

namespace Slipway.EndToEnd.Commands;

/// <summary><c>slipway crds</c> against the wire contract of Cluster API, where that lies beside the checkout.</summary>
public sealed class Crds
{
    private static readonly string[] Names =
    [
        "clusters.cluster.x-k8s.io",
        "machines.cluster.x-k8s.io",
        "machinesets.cluster.x-k8s.io",
        "machinedeployments.cluster.x-k8s.io",
        "machinehealthchecks.cluster.x-k8s.io",
        "kubeadmconfigs.bootstrap.cluster.x-k8s.io",
        "kubeadmconfigtemplates.bootstrap.cluster.x-k8s.io",
        "kubeadmcontrolplanes.controlplane.cluster.x-k8s.io",
        "devclusters.infrastructure.cluster.x-k8s.io",
        "devmachines.infrastructure.cluster.x-k8s.io",
        "devmachinetemplates.infrastructure.cluster.x-k8s.io",
        "dockerclusters.infrastructure.cluster.x-k8s.io",
        "dockermachines.infrastructure.cluster.x-k8s.io",
        "dockermachinetemplates.infrastructure.cluster.x-k8s.io",
    ];

    [Fact]
    public async Task Every_kind_agrees_with_the_contract()
    {
        var compare = Checkout.Shared("contract/compare-crds");
        var python = Checkout.OnPath("python3");
        var json = (await new Execution(Checkout.Program, ["crds", "-o", "json"]).ToEndAsync()).Succeeded();
        Assert.NotNull(JsonNode.Parse(json));
        var differences = new List<string>();
        foreach (var name in Names)
        {
            var finished = await new Execution(python, [compare, "-", "--crd", name]) { Input = json }.ToEndAsync();
            if (finished.ExitCode != 0 || !finished.Out.Contains("(100.0 %)", StringComparison.Ordinal))
            {
                differences.Add(finished.All);
            }
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    [Fact]
    public async Task They_are_written_as_yaml_and_need_no_plane()
    {
        var yaml = (await new Execution(Checkout.Program, ["crds"]).ToEndAsync()).Succeeded();
        Assert.All(Names, name => Assert.Contains($"name: {name}\n", yaml, StringComparison.Ordinal));
    }
}
