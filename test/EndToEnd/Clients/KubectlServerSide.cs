using System.Text.Json;
using Slipway.EndToEnd.Planes;

namespace Slipway.EndToEnd.Clients;

/// <summary>kubectl applies on the server's side, and comes there from its own side.</summary>
[Collection(SimulatedPlane.Name)]
public sealed class KubectlServerSide(SimulatedPlane plane) : PlaneTest(plane)
{
    [Fact]
    public async Task Owners_are_kept_and_conflicts_are_told()
    {
        (await ApplyAsync("owned", "1", "--server-side")).Succeeded();
        (await ApplyAsync("owned", "2", "--server-side", "--field-manager=other")).Ended(1).Says("conflict with \"kubectl\": .data.a");
        (await ApplyAsync("owned", "2", "--server-side", "--field-manager=other", "--force-conflicts")).Succeeded();
        Assert.Equal(["other Apply"], await OwnersAsync("owned"));
    }

    [Fact]
    public async Task What_was_applied_on_the_clients_side_moves_to_the_server()
    {
        (await ApplyAsync("moved", "1")).Succeeded();
        Assert.Equal(["kubectl-client-side-apply Update"], await OwnersAsync("moved"));
        (await ApplyAsync("moved", "2", "--server-side")).Succeeded();
        Assert.Equal(["kubectl Apply", "kubectl-last-applied Apply"], await OwnersAsync("moved"));
    }

    private async Task<Support.Finished> ApplyAsync(string name, string value, params string[] more) => await Plane.Kubectl.WithInputAsync(
        $"apiVersion: v1\nkind: ConfigMap\nmetadata: {{name: {name}, namespace: default}}\ndata: {{a: \"{value}\"}}\n", ["apply", "-f", "-", .. more]);

    private async Task<IEnumerable<string>> OwnersAsync(string name)
    {
        var shown = (await Plane.Kubectl.RunAsync("get", "configmap", name, "-o", "json", "--show-managed-fields")).Succeeded();
        using var json = JsonDocument.Parse(shown);
        return [.. json.RootElement.GetProperty("metadata").GetProperty("managedFields").EnumerateArray()
            .Select(e => $"{e.GetProperty("manager").GetString()} {e.GetProperty("operation").GetString()}")];
    }
}
