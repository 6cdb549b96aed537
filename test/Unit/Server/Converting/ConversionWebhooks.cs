using System.Text.Json.Nodes;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;
using Slipway.Unit.Server.Admission.Webhooks;
using static Slipway.Unit.Server.TestServer;

namespace Slipway.Unit.Server.Converting;

/// <summary>Kinds whose versions a webhook converts, over TLS.</summary>
public sealed class ConversionWebhooks
{
    private static readonly ResourceType Gadget = new("demo.example.io", "v1", "Gadget", "gadgets");
    private static readonly ResourceType Beta = new("demo.example.io", "v1beta1", "Gadget", "gadgets");

    [Fact]
    public async Task Objects_are_read_and_written_in_either_version()
    {
        await using var webhook = (await FakeWebhook.StartAsync()).On("/convert", Convert);
        await using var server = await StartAsync();
        await DefineAsync(server, Config(webhook));
        await server.CreateAsync(Gadget, """{"apiVersion":"demo.example.io/v1","kind":"Gadget","metadata":{"name":"a"},"spec":{"color":"red"}}""");
        var old = await server.GetAsync(Beta, "a");
        Assert.Equal(("demo.example.io/v1beta1", "red", null), ((string?)old.At("apiVersion"), old.Text("spec", "paint"), old.At("spec", "color")));
        Assert.Equal("yes", old.Text("metadata", "labels", "converted"));
        await server.CreateAsync(Beta, """{"apiVersion":"demo.example.io/v1beta1","kind":"Gadget","metadata":{"name":"b"},"spec":{"paint":"blue"}}""");
        Assert.Equal("blue", (await server.GetAsync(Gadget, "b")).Text("spec", "color"));
        var patched = await server.PatchAsync(Beta, "b", """{"spec":{"paint":"green"}}""");
        Assert.Equal("green", patched.Text("spec", "paint"));
        Assert.Equal("green", (await server.GetAsync(Gadget, "b")).Text("spec", "color"));
        var request = webhook.Asked.First().Request;
        Assert.Equal("demo.example.io/v1beta1", (string?)request["desiredAPIVersion"]);
    }

    [Fact]
    public async Task A_list_asks_once_and_only_for_what_is_not_known()
    {
        await using var webhook = (await FakeWebhook.StartAsync()).On("/convert", Convert);
        await using var server = await StartAsync();
        await DefineAsync(server, Config(webhook));
        foreach (var name in (string[])["a", "b", "c"])
        {
            await server.CreateAsync(Gadget, """{"apiVersion":"demo.example.io/v1","kind":"Gadget","metadata":{"name":"?"},"spec":{"color":"red"}}""".Replace("?", name, StringComparison.Ordinal));
        }

        Assert.Empty(webhook.Asked);
        var list = await server.Client.ListAsync(new ListRequest(Beta) { Namespace = "default" }, Stop);
        Assert.All(list.Items, i => Assert.Equal("red", (string?)JsonNode.Parse(i.Span)!["spec"]!["paint"]));
        Assert.Equal(3, Assert.Single(webhook.Asked).Request["objects"]!.AsArray().Count);
        await server.Client.ListAsync(new ListRequest(Beta) { Namespace = "default" }, Stop);
        Assert.Single(webhook.Asked);
    }

    [Fact]
    public async Task A_service_is_found_by_who_starts_the_server()
    {
        await using var webhook = (await FakeWebhook.StartAsync("hook.tools.svc")).On("/convert", Convert);
        await using var server = await StartAsync(o => o with { Services = s => s.Name == "hook" && s.Namespace == "tools" && s.Port == 443 ? webhook.Address : null });
        await DefineAsync(server, new JsonObject
        {
            ["service"] = new JsonObject { ["name"] = "hook", ["namespace"] = "tools", ["path"] = "/convert" },
            ["caBundle"] = FakeWebhook.CaBundle,
        });
        await server.CreateAsync(Gadget, """{"apiVersion":"demo.example.io/v1","kind":"Gadget","metadata":{"name":"a"},"spec":{"color":"red"}}""");
        Assert.Equal("red", (await server.GetAsync(Beta, "a")).Text("spec", "paint"));
    }

    public static TheoryData<string, string> Failures => new()
    {
        { "refuse", "conversion webhook for demo.example.io/v1, Kind=Gadget failed: not today" },
        { "silent", "failed: response.result.status was '', not 'Success'" },
        { "none", "returned 0 objects, expected 1" },
        { "uid", "failed: expected response.uid=\"" },
        { "version", "returned invalid converted object at index 0: invalid groupVersion (expected demo.example.io/v1beta1, received demo.example.io/v1)" },
        { "kind", "returned invalid converted object at index 0: invalid kind (expected Gadget, received Other)" },
        { "name", "returned invalid converted object at index 0: must have the same name: a != z" },
        { "own uid", "returned invalid converted object at index 0: must have the same UID: " },
        { "labels", "returned invalid converted object at index 0: invalid metadata: labels are not a map of strings" },
        { "missing", "failed: Post \"https://" },
        { "untrusted", "failed: Post \"https://" },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_webhook_that_does_wrong_is_told_of(string fault, string message)
    {
        await using var webhook = await FakeWebhook.StartAsync();
        if (fault != "missing")
        {
            webhook.On("/convert", (request, response) => Break(request, response, fault));
        }

        await using var server = await StartAsync();
        var config = Config(webhook);
        config["caBundle"] = fault == "untrusted" ? FakeWebhook.OtherCaBundle : FakeWebhook.CaBundle;
        await DefineAsync(server, config);
        await server.CreateAsync(Gadget, """{"apiVersion":"demo.example.io/v1","kind":"Gadget","metadata":{"name":"a"},"spec":{"color":"red"}}""");
        var status = await RefusedAsync(() => server.GetAsync(Beta, "a"));
        Assert.Equal(500, status.Code);
        Assert.Contains(message, status.Message, StringComparison.Ordinal);
        Assert.Equal("red", (await server.GetAsync(Gadget, "a")).Text("spec", "color"));
    }

    [Fact]
    public async Task What_a_webhook_may_not_change_stays()
    {
        await using var webhook = (await FakeWebhook.StartAsync()).On("/convert", (request, response) =>
        {
            Convert(request, response);
            var metadata = (JsonObject)response["convertedObjects"]![0]!["metadata"]!;
            metadata["finalizers"] = new JsonArray("x.io/y");
            metadata["generation"] = 99;
        });
        await using var server = await StartAsync();
        await DefineAsync(server, Config(webhook));
        await server.CreateAsync(Gadget, """{"apiVersion":"demo.example.io/v1","kind":"Gadget","metadata":{"name":"a"},"spec":{"color":"red"}}""");
        var old = await server.GetAsync(Beta, "a");
        Assert.Empty(old.Metadata.Finalizers);
        Assert.Equal(1, old.Number("metadata", "generation"));
    }

    private static void Break(JsonObject request, JsonObject response, string fault)
    {
        Convert(request, response);
        var value = (JsonObject)response["convertedObjects"]![0]!;
        switch (fault)
        {
            case "refuse": response["result"] = new JsonObject { ["status"] = "Failure", ["message"] = "not today" }; break;
            case "silent": response.Remove("result"); break;
            case "none": response["convertedObjects"] = new JsonArray(); break;
            case "uid": response["uid"] = "other"; break;
            case "version": value["apiVersion"] = "demo.example.io/v1"; break;
            case "kind": value["kind"] = "Other"; break;
            case "name": value["metadata"]!["name"] = "z"; break;
            case "own uid": value["metadata"]!["uid"] = "z"; break;
            case "labels": value["metadata"]!["labels"] = new JsonArray(); break;
        }
    }

    /// <summary>v1 says color, v1beta1 says paint.</summary>
    private static void Convert(JsonObject request, JsonObject response)
    {
        var wanted = (string)request["desiredAPIVersion"]!;
        var (from, to) = wanted.EndsWith("v1beta1", StringComparison.Ordinal) ? ("color", "paint") : ("paint", "color");
        var converted = new JsonArray();
        foreach (var item in request["objects"]!.AsArray())
        {
            var value = (JsonObject)item!.DeepClone();
            value["apiVersion"] = wanted;
            if (value["spec"] is JsonObject spec && spec[from] is { } color)
            {
                spec.Remove(from);
                spec[to] = color.DeepClone();
            }

            if (to == "paint")
            {
                value["metadata"]!["labels"] = new JsonObject { ["converted"] = "yes" };
            }

            converted.Add((JsonNode)value);
        }

        response["convertedObjects"] = converted;
        response["result"] = new JsonObject { ["status"] = "Success" };
    }

    private static JsonObject Config(FakeWebhook webhook) =>
        new() { ["url"] = new Uri(webhook.Address, "convert").ToString(), ["caBundle"] = FakeWebhook.CaBundle };

    private static Task DefineAsync(TestServer server, JsonObject config)
    {
        var definition = (JsonObject)JsonNode.Parse(WidgetDefinition.Replace("widget", "gadget", StringComparison.Ordinal).Replace("Widget", "Gadget", StringComparison.Ordinal)
            .Replace("\"wd\"", "\"gd\"", StringComparison.Ordinal))!;
        definition["spec"]!["conversion"] = new JsonObject
        {
            ["strategy"] = "Webhook",
            ["webhook"] = new JsonObject { ["clientConfig"] = config, ["conversionReviewVersions"] = new JsonArray("v9", "v1") },
        };
        return server.CreateAsync(Definition, definition.ToJsonString());
    }
}
