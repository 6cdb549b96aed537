using System.Text.Json.Nodes;
using Slipway.EndToEnd.Planes;
using Slipway.EndToEnd.Support;

namespace Slipway.EndToEnd.Commands;

/// <summary>The commands against a running plane, as a script uses them.</summary>
[Collection(PlainPlane.Name)]
public sealed class CommandLine(PlainPlane plane) : PlaneTest(plane)
{
    private static readonly string[] Commands = ["up", "quickstart", "apply", "get", "describe", "generate", "delete", "crds", "version"];

    [Fact]
    public async Task Help_names_every_command()
    {
        var finished = await Plane.SlipwayAsync("--help");
        finished.Ended(0).Says(Commands);
        foreach (var command in Commands)
        {
            (await Plane.SlipwayAsync(command, "--help")).Ended(0).Says(command);
        }
    }

    [Fact]
    public async Task A_wrong_command_line_ends_with_2()
    {
        (await Plane.SlipwayAsync("aply")).Ended(2).Says("aply");
        (await Plane.SlipwayAsync("get", "clusters", "--no-such-option")).Ended(2).Says("--no-such-option");
        (await Plane.SlipwayAsync("generate", "cluster", "x", "--control-plane-machine-count", "2")).Ended(2).Says("odd");
    }

    [Fact]
    public async Task A_cluster_is_applied_shown_and_deleted()
    {
        const string name = "shown";
        await ClusterAsync(name, controlPlane: 1, workers: 1);

        (await Plane.SlipwayAsync("get", "clusters")).Ended(0).Says("NAME", name, "Provisioned");
        (await Plane.SlipwayAsync("get", "machines")).Ended(0).Says(name + "-control-plane", name + "-md-0", "Running");
        var json = JsonNode.Parse((await Plane.SlipwayAsync("get", "cluster", name, "-o", "json")).Succeeded())!;
        Assert.Equal(name, json.Name);
        (await Plane.SlipwayAsync("get", "cluster", name, "-o", "yaml")).Ended(0).Says("kind: Cluster", "name: " + name);
        (await Plane.SlipwayAsync("describe", "cluster", name)).Ended(0).Says("Cluster/" + name, $"MachineDeployment/{name}-md-0", "Available");
        (await Plane.SlipwayAsync("get", "kubeconfig", name)).Ended(0).Says("kind: Config", "https://127.0.0.1:");

        await DeleteAsync(name);
        (await Plane.SlipwayAsync("get", "cluster", name)).Ended(1).Says(name, "not found");
        (await Plane.SlipwayAsync("describe", "cluster", name)).Ended(1).Says(name);
        (await Plane.SlipwayAsync("get", "kubeconfig", name)).Ended(1).Says(name);
        (await Plane.SlipwayAsync("get", "no-such-kind")).Ended(2).Says("no-such-kind");
    }

    [Fact]
    public async Task A_folder_is_applied_and_applying_again_changes_nothing()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Plane.Folder, "manifests")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "b.yaml"), "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: second, namespace: folder}\n", Cancellation);
        await File.WriteAllTextAsync(Path.Combine(folder, "a.yaml"), "apiVersion: v1\nkind: Namespace\nmetadata: {name: folder}\n", Cancellation);
        (await Plane.SlipwayAsync("apply", "-f", folder)).Ended(0).Says("second");
        var before = await Api.GetAsync(Resource.ConfigMaps.Of("second", "folder"), Cancellation);
        (await Plane.SlipwayAsync("apply", "-f", folder)).Ended(0).Says("unchanged");
        var after = await Api.GetAsync(Resource.ConfigMaps.Of("second", "folder"), Cancellation);
        Assert.Equal(before.Text("metadata", "resourceVersion"), after.Text("metadata", "resourceVersion"));
    }

    [Fact]
    public async Task Explain_teaches_from_the_records_comments()
    {
        var text = (await Plane.Kubectl.RunAsync("explain", "machinedeployment.spec.replicas")).Succeeded();
        Assert.Contains("replicas <integer>", text, StringComparison.Ordinal);
        var description = text[(text.IndexOf("DESCRIPTION:", StringComparison.Ordinal) + "DESCRIPTION:".Length)..].Trim();
        Assert.True(description.Length > 20 && description != "<empty>", text);
    }
}
