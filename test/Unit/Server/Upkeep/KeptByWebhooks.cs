using System.Text.Json.Nodes;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;
using Slipway.Unit.Server.Admission.Webhooks;
using Slipway.Unit.Support;
using static Slipway.Unit.Server.TestServer;

namespace Slipway.Unit.Server.Upkeep;

/// <summary>Objects that a webhook keeps from being deleted keep what holds them, which says so, and nothing else.</summary>
public sealed class KeptByWebhooks
{
    private const string Deletions = """{"rules":[{"operations":["DELETE"],"apiGroups":["demo.example.io"],"apiVersions":["*"],"resources":["widgets"]}]}""";

    [Fact]
    public async Task A_namespace_says_what_it_cannot_get_rid_of_and_goes_when_it_can()
    {
        await using var hooked = await HookedServer.HookedAsync();
        var server = hooked.Server;
        await server.CreateAsync(Namespace, """{"metadata":{"name":"shop"}}""");
        await server.CreateAsync(ConfigMap, """{"metadata":{"name":"a"}}""", "shop");
        await server.CreateAsync(Widget, """{"apiVersion":"demo.example.io/v1","kind":"Widget","metadata":{"name":"w"}}""", "shop");
        hooked.Webhook.Deny("/deny", "it is mine");
        await hooked.ConfigureAsync(HookedServer.Validating, "deny", Deletions);
        await server.DeleteAsync(Namespace, "shop");
        var condition = await ConditionAsync(server, Namespace, "shop", "NamespaceDeletionContentFailure", "ContentDeletionFailed");
        Assert.Equal("True", (string?)condition["status"]);
        Assert.Contains("it is mine", (string?)condition["message"], StringComparison.Ordinal);
        Assert.Null(await server.FindAsync(ConfigMap, "a", "shop"));
        await server.DeleteAsync(HookedServer.Validating, "deny");
        var gone = server.GoneAsync(Namespace, "shop");
        await Until.AdvancingAsync(server.Time, TimeSpan.FromSeconds(1), () => gone.IsCompleted);
        await gone;
    }

    [Fact]
    public async Task A_definition_says_what_it_cannot_get_rid_of_and_goes_when_it_can()
    {
        await using var hooked = await HookedServer.HookedAsync();
        var server = hooked.Server;
        await server.CreateWidgetAsync("w");
        hooked.Webhook.Deny("/deny", "it is mine");
        await hooked.ConfigureAsync(HookedServer.Validating, "deny", Deletions);
        await server.DeleteAsync(Definition, "widgets.demo.example.io");
        var condition = await ConditionAsync(server, Definition, "widgets.demo.example.io", "Terminating", "InstanceDeletionFailed");
        Assert.Contains("it is mine", (string?)condition["message"], StringComparison.Ordinal);
        await server.DeleteAsync(HookedServer.Validating, "deny");
        var gone = server.GoneAsync(Definition, "widgets.demo.example.io");
        await Until.AdvancingAsync(server.Time, TimeSpan.FromSeconds(1), () => gone.IsCompleted);
        await gone;
    }

    private static async Task<JsonNode> ConditionAsync(TestServer server, ResourceType type, string name, string condition, string reason)
    {
        await foreach (var change in server.Client.WatchAsync(new WatchRequest(type, "0") { FieldSelector = $"metadata.name={name}" }, Stop))
        {
            var conditions = Unstructured.Parse(change.Object.Span).At("status", "conditions") as JsonArray;
            if (conditions?.FirstOrDefault(c => (string?)c!["type"] == condition && (string?)c["reason"] == reason) is { } found)
            {
                return found;
            }
        }

        throw new InvalidOperationException("The watch ended.");
    }
}
