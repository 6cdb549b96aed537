using System.Text.Json.Nodes;
using Slipway.Machinery.Objects;

namespace Slipway.Unit.Server.Admission.Webhooks;

/// <summary>A server with webhook configurations that call a fake webhook.</summary>
internal sealed class HookedServer(TestServer server, FakeWebhook webhook) : IAsyncDisposable
{
    public static readonly ResourceType Mutating =
        new("admissionregistration.k8s.io", "v1", "MutatingWebhookConfiguration", "mutatingwebhookconfigurations", Namespaced: false);

    public static readonly ResourceType Validating =
        new("admissionregistration.k8s.io", "v1", "ValidatingWebhookConfiguration", "validatingwebhookconfigurations", Namespaced: false);

    public TestServer Server => server;

    public FakeWebhook Webhook => webhook;

    public static async Task<HookedServer> HookedAsync(Func<Slipway.Server.EmbeddedServerOptions, Slipway.Server.EmbeddedServerOptions>? change = null) =>
        new(await TestServer.StartAsync(change), await FakeWebhook.StartAsync());

    /// <summary>Configures one webhook for widgets; its path is its name.</summary>
    /// <param name="type">The kind of configuration.</param>
    /// <param name="name">The configuration's name.</param>
    /// <param name="more">Further members of the webhook, in place of the usual ones.</param>
    public Task ConfigureAsync(ResourceType type, string name, string more = "{}") => ConfigureAsync(type, name, [Hook(name, more)]);

    public async Task ConfigureAsync(ResourceType type, string name, params IEnumerable<JsonObject> hooks) => await server.CreateAsync(
        type,
        new JsonObject
        {
            ["apiVersion"] = "admissionregistration.k8s.io/v1",
            ["kind"] = type.Kind,
            ["metadata"] = new JsonObject { ["name"] = name },
            ["webhooks"] = new JsonArray([.. hooks]),
        }.ToJsonString());

    public JsonObject Hook(string name, string more = "{}")
    {
        var hook = new JsonObject
        {
            ["name"] = $"{name}.example.io",
            ["admissionReviewVersions"] = new JsonArray("v1"),
            ["sideEffects"] = "None",
            ["clientConfig"] = new JsonObject { ["url"] = new Uri(webhook.Address, name).ToString(), ["caBundle"] = FakeWebhook.CaBundle },
            ["rules"] = JsonNode.Parse("""[{"operations":["*"],"apiGroups":["demo.example.io"],"apiVersions":["v1"],"resources":["widgets"]}]"""),
        };
        foreach (var (key, value) in JsonNode.Parse(more)!.AsObject())
        {
            hook[key] = value?.DeepClone();
        }

        return hook;
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        await webhook.DisposeAsync();
    }
}
