using Slipway.EndToEnd.Planes;
using Slipway.EndToEnd.Support;

namespace Slipway.EndToEnd.Refusals;

/// <summary>Containers without an engine: the conditions say what was tried and what helps.</summary>
[Collection(PlainPlane.Name)]
public sealed class NoEngine(PlainPlane plane) : PlaneTest(plane)
{
    [Fact]
    public async Task The_condition_names_the_address_and_the_remedy()
    {
        const string name = "engineless";
        var yaml = (await Plane.SlipwayAsync(
            "generate", "cluster", name, "--infrastructure", "docker", "--kubernetes-version", "v1.36.2", "--worker-machine-count", "1")).Succeeded();
        (await Plane.SlipwayWithInputAsync(yaml, "apply", "-f", "-")).Succeeded();

        var infrastructure = await Api.UntilAsync(
            Resource.DockerClusters, name, "says that no engine answers", c => c.Condition("Ready") == "False" && c.Condition("LoadBalancerAvailable") == "False");
        var message = infrastructure.Conditions.Single(c => c.Text("type") == "LoadBalancerAvailable").Text("message");
        Assert.Contains("unix:///nonexistent/docker.sock", message, StringComparison.Ordinal);
        Assert.Contains("DOCKER_HOST", message, StringComparison.Ordinal);
        Assert.Contains("--simulate", message, StringComparison.Ordinal);

        // The Cluster hands it on, so that it is enough to look there.
        await Api.UntilAsync(
            Resource.Clusters, name, "hands the message on", c => c.Conditions.Any(x => x.Text("message").Contains("No Docker Engine answers", StringComparison.Ordinal)));
        await DeleteAsync(name);
    }
}
