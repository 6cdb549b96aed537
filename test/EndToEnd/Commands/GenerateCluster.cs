using System.Text.Json.Nodes;
using Slipway.EndToEnd.Planes;
using Slipway.EndToEnd.Support;

namespace Slipway.EndToEnd.Commands;

/// <summary>What <c>generate cluster</c> writes for containers is what the quick start's file says.</summary>
[Collection(PlainPlane.Name)]
public sealed class GenerateCluster(PlainPlane plane) : PlaneTest(plane)
{
    private const string Name = "capi-quickstart";
    private const string Namespace = "generated";

    [Fact]
    public async Task The_docker_output_is_equivalent_to_the_seed_file()
    {
        var seed = Checkout.Shared("seed/capi-quickstart.yaml");
        await Api.SendAsync(HttpMethod.Post, "/api/v1/namespaces", $$$"""{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"{{{Namespace}}}"}}""", Cancellation);
        var yaml = (await Plane.SlipwayAsync(
            "generate", "cluster", Name, "--flavor", "development", "--infrastructure", "docker", "--kubernetes-version", "v1.22.2",
            "--control-plane-machine-count", "1", "--worker-machine-count", "1", "-n", Namespace)).Succeeded();
        (await Plane.SlipwayAsync("apply", "-f", seed)).Succeeded();
        (await Plane.SlipwayWithInputAsync(yaml, "apply", "-f", "-")).Succeeded();

        foreach (var (resource, name) in ((Resource, string)[])
        [
            (Resource.Clusters, Name),
            (Resource.DockerClusters, Name),
            (Resource.DockerMachineTemplates, Name + "-control-plane"),
            (Resource.KubeadmControlPlanes, Name + "-control-plane"),
            (Resource.DockerMachineTemplates, Name + "-md-0"),
            (Resource.KubeadmConfigTemplates, Name + "-md-0"),
            (Resource.MachineDeployments, Name + "-md-0"),
        ])
        {
            var expected = (await Api.GetAsync(resource.Of(name), Cancellation))["spec"];
            var actual = (await Api.GetAsync(resource.Of(name, Namespace), Cancellation))["spec"];
            Assert.True(JsonNode.DeepEquals(expected, actual), $"{resource.Plural}/{name}: the seed's\n{expected}\nis not the generated\n{actual}");
        }

        (await Plane.SlipwayAsync("delete", "cluster", Name)).Succeeded();
        (await Plane.SlipwayAsync("delete", "cluster", Name, "-n", Namespace)).Succeeded();
        await Api.GoneAsync(Name);
        await Api.GoneAsync(Name, Namespace);
    }
}
