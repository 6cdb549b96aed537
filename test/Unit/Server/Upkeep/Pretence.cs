using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;
using static Slipway.Unit.Server.TestServer;

namespace Slipway.Unit.Server.Upkeep;

/// <summary>Deployments are said to run where the server's owner asked for that, and only there.</summary>
public sealed class Pretence
{
    private const string Body = """
        {"metadata":{"name":"d"},"spec":{"replicas":2,"selector":{"matchLabels":{"a":"b"}},
         "template":{"metadata":{"labels":{"a":"b"}},"spec":{"containers":[{"name":"c","image":"i"}]}}}}
        """;

    private static readonly ResourceType Deployment = new("apps", "v1", "Deployment", "deployments");

    [Fact]
    public async Task A_deployment_becomes_available_and_follows_its_spec()
    {
        await using var server = await StartAsync(o => o with { PretendDeployments = true });
        await server.CreateAsync(Deployment, Body);
        Assert.Equal(2, await AvailableAsync(server, 1));
        await server.PatchAsync(Deployment, "d", """{"spec":{"replicas":5}}""");
        Assert.Equal(5, await AvailableAsync(server, 2));
    }

    [Fact]
    public async Task Nothing_is_pretended_unasked()
    {
        await using var server = await StartAsync();
        await server.CreateAsync(Deployment, Body);
        Assert.Null((await server.GetAsync(Deployment, "d")).At("status", "availableReplicas"));
    }

    private static async Task<long> AvailableAsync(TestServer server, long generation)
    {
        await foreach (var change in server.Client.WatchAsync(new WatchRequest(Deployment, "0") { Namespace = "default" }, Stop))
        {
            var seen = Unstructured.Parse(change.Object.Span);
            if ((long?)seen.At("status", "observedGeneration") == generation)
            {
                Assert.Equal("Available", (string?)seen.At("status", "conditions")![0]!["type"]);
                return (long)seen.At("status", "availableReplicas")!;
            }
        }

        throw new InvalidOperationException("The watch ended before the status came.");
    }
}
