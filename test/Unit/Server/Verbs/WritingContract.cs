using System.Text.Json.Nodes;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;
using static Slipway.Unit.Server.TestServer;

namespace Slipway.Unit.Server.Verbs;

/// <summary>Creating and changing objects. The same whichever client asks.</summary>
public abstract class WritingContract(bool listens)
{
    [Fact]
    public async Task A_new_object_gets_what_the_server_gives()
    {
        await using var server = await StartAsync();
        var made = await server.CreateWidgetAsync("a", """{"color":"red"}""", """
            "uid":"mine","generation":7,"deletionTimestamp":"2020-01-01T00:00:00Z","selfLink":"x","managedFields":[]
            """);
        Assert.Matches("^[0-9a-f-]{36}$", made.Metadata.Uid);
        Assert.Equal(1, made.Metadata.Generation);
        Assert.Equal("2026-11-24T02:00:00Z", made.Text("metadata", "creationTimestamp"));
        Assert.Equal("default", made.Metadata.Namespace);
        Assert.False(made.Metadata.IsDeleting);
        Assert.Null(made.At("metadata", "managedFields"));
        Assert.True(long.Parse(made.Metadata.ResourceVersion) > 0);
        Assert.Equal(1, made.Number("spec", "replicas"));
        var read = await server.GetAsync(Widget, "a");
        Assert.True(JsonNode.DeepEquals(made.Json, read.Json));
    }

    [Fact]
    public async Task A_name_is_generated_of_a_prefix()
    {
        await using var server = await StartAsync();
        var prefix = new string('x', 70);
        var made = await server.CreateAsync(ConfigMap, $$$"""{"metadata":{"generateName":"{{{prefix}}}"}}""");
        Assert.Matches("^x{58}[bcdfghjklmnpqrstvwxz2456789]{5}$", made.Metadata.Name);
        Assert.Equal(prefix, made.Metadata.GenerateName);
    }

    [Theory]
    [InlineData("""{"apiVersion":"demo.example.io/v2","kind":"Widget","metadata":{"name":"a"}}""", "the API version in the data (demo.example.io/v2) does not match the expected API version (demo.example.io/v1)")]
    [InlineData("""{"apiVersion":"demo.example.io/v1","kind":"Gadget","metadata":{"name":"a"}}""", "the kind in the data (Gadget) does not match")]
    [InlineData("""{"apiVersion":"demo.example.io/v1","metadata":{"name":"a"}}""", "Object 'Kind' is missing")]
    [InlineData("""{"apiVersion":"demo.example.io/v1","kind":"Widget","metadata":{"name":"a","namespace":"other"}}""", "the namespace of the provided object (other) does not match the namespace sent on the request (default)")]
    [InlineData("""{"apiVersion":"demo.example.io/v1","kind":"Widget","metadata":{"name":"a","resourceVersion":"1"}}""", "resourceVersion should not be set on objects to be created")]
    [InlineData("""{"apiVersion":"demo.example.io/v1","kind":"Widget","metadata":{"name":"a","labels":{"a":1}}}""", "metadata.labels[\"a\"] must be a string, not number")]
    [InlineData("""[]""", "the body must be a JSON object, not array")]
    [InlineData("""{"a":""", "the body is not JSON: line 1")]
    public async Task A_body_that_does_not_fit_is_a_bad_request(string body, string message)
    {
        await using var server = await StartAsync();
        var status = await RefusedAsync(() => server.CreateAsync(Widget, body));
        Assert.Equal(400, status.Code);
        Assert.Equal("BadRequest", status.Reason);
        Assert.Contains(message, status.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_object_of_a_name_is_refused()
    {
        await using var server = await StartAsync();
        await server.CreateWidgetAsync("a");
        var status = await RefusedAsync(() => server.CreateWidgetAsync("a"));
        Assert.Equal((409, "AlreadyExists", "widgets.demo.example.io \"a\" already exists"), (status.Code, status.Reason, status.Message));
        Assert.Equal(("a", "demo.example.io", "widgets"), (status.Details!.Name, status.Details.Group, status.Details.Kind));
    }

    [Fact]
    public async Task A_namespace_must_exist()
    {
        await using var server = await StartAsync();
        var status = await RefusedAsync(() => server.CreateAsync(ConfigMap, """{"metadata":{"name":"a"}}""", "nowhere"));
        Assert.Equal((404, "namespaces \"nowhere\" not found"), (status.Code, status.Message));
    }

    [Fact]
    public async Task What_the_schema_forbids_is_invalid()
    {
        await using var server = await StartAsync();
        var status = await RefusedAsync(() => server.CreateWidgetAsync("a", """{"replicas":"three","color":"pink"}"""));
        Assert.Equal((422, "Invalid"), (status.Code, status.Reason));
        Assert.StartsWith("Widget.demo.example.io \"a\" is invalid: [", status.Message, StringComparison.Ordinal);
        Assert.Contains("spec.replicas: Invalid value: \"string\": spec.replicas in body must be of type integer: \"string\"", status.Message, StringComparison.Ordinal);
        Assert.Contains(status.Details!.Causes!, c => c is { Field: "spec.color", Reason: "FieldValueNotSupported" });
    }

    [Fact]
    public async Task Unknown_and_doubled_fields_are_named_in_strict_writes_and_dropped_in_others()
    {
        await using var server = await StartAsync();
        const string body = """{"apiVersion":"demo.example.io/v1","kind":"Widget","metadata":{"name":"a"},"spec":{"bogus":1,"note":"x","note":"y"}}""";
        var status = await RefusedAsync(() => server.CreateAsync(Widget, body, options: new WriteOptions { FieldValidation = "Strict" }));
        Assert.Equal(400, status.Code);
        Assert.Equal(
            "Widget in version \"v1\" cannot be handled as a Widget: strict decoding error: duplicate field \"spec.note\", unknown field \"spec.bogus\"",
            status.Message);
        var made = await server.CreateAsync(Widget, body);
        Assert.Null(made.At("spec", "bogus"));
        Assert.Equal("y", made.Text("spec", "note"));
    }

    [Fact]
    public async Task A_stale_replacement_is_a_conflict_and_one_without_version_is_refused_for_custom_kinds()
    {
        await using var server = await StartAsync();
        var first = await server.CreateWidgetAsync("a");
        await server.PatchAsync(Widget, "a", """{"spec":{"note":"other"}}""");
        var status = await RefusedAsync(() => server.UpdateAsync(Widget, first.Json));
        Assert.Equal(
            (409, "Conflict", "Operation cannot be fulfilled on widgets.demo.example.io \"a\": the object has been modified; please apply your changes to the latest version and try again"),
            (status.Code, status.Reason, status.Message));
        var blind = (JsonObject)first.Json.DeepClone();
        blind["metadata"]!.AsObject().Remove("resourceVersion");
        status = await RefusedAsync(() => server.UpdateAsync(Widget, blind));
        Assert.Equal(422, status.Code);
        Assert.Contains("metadata.resourceVersion: Invalid value: 0: must be specified for an update", status.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_built_in_object_may_be_replaced_without_version()
    {
        await using var server = await StartAsync();
        await server.CreateAsync(ConfigMap, """{"metadata":{"name":"a"},"data":{"k":"1"}}""");
        var changed = await server.UpdateAsync(ConfigMap, (JsonObject)JsonNode.Parse("""{"metadata":{"name":"a","namespace":"default"},"data":{"k":"2"}}""")!);
        Assert.Equal("2", changed.Text("data", "k"));
    }

    [Fact]
    public async Task A_change_of_nothing_writes_nothing()
    {
        await using var server = await StartAsync();
        var made = await server.CreateWidgetAsync("a", """{"note":"x"}""");
        var patched = await server.PatchAsync(Widget, "a", """{"spec":{"note":"x"}}""");
        var put = await server.UpdateAsync(Widget, (JsonObject)JsonNode.Parse($$"""
            {"kind":"Widget","spec":{"note":"x","replicas":1},"metadata":{"resourceVersion":"{{made.Metadata.ResourceVersion}}","name":"a","namespace":"default"},"apiVersion":"demo.example.io/v1"}
            """)!);
        Assert.Equal(made.Metadata.ResourceVersion, patched.Metadata.ResourceVersion);
        Assert.Equal(made.Metadata.ResourceVersion, put.Metadata.ResourceVersion);
    }

    [Fact]
    public async Task Generation_counts_the_desired_state_only()
    {
        await using var server = await StartAsync();
        await server.CreateWidgetAsync("a");
        Assert.Equal(1, (await server.PatchAsync(Widget, "a", """{"metadata":{"labels":{"x":"y"}}}""")).Metadata.Generation);
        Assert.Equal(1, (await server.PatchAsync(Widget, "a", """{"status":{"phase":"Up"}}""", subresource: "status")).Metadata.Generation);
        Assert.Equal(2, (await server.PatchAsync(Widget, "a", """{"spec":{"note":"n"}}""")).Metadata.Generation);
        Assert.Equal(2, (await server.PatchAsync(Widget, "a", """{"spec":{"note":"n"}}""")).Metadata.Generation);
        Assert.Equal(0, (await server.CreateAsync(ConfigMap, """{"metadata":{"name":"c"}}""")).Metadata.Generation);
    }

    [Fact]
    public async Task Status_and_the_rest_are_written_apart()
    {
        await using var server = await StartAsync();
        var made = await server.CreateAsync(Widget, """
            {"apiVersion":"demo.example.io/v1","kind":"Widget","metadata":{"name":"a"},"spec":{},"status":{"phase":"Cheat"}}
            """);
        Assert.Null(made.At("status"));
        var main = await server.PatchAsync(Widget, "a", """{"spec":{"note":"n"},"status":{"phase":"Cheat"}}""");
        Assert.Null(main.At("status"));
        var status = await server.PatchAsync(Widget, "a", """{"metadata":{"labels":{"a":"b"}},"spec":{"note":"cheat"},"status":{"phase":"Up"}}""", subresource: "status");
        Assert.Equal(("Up", "n"), (status.Text("status", "phase"), status.Text("spec", "note")));
        Assert.Empty(status.Metadata.Labels);
    }

    [Fact]
    public async Task A_dry_run_checks_all_and_stores_nothing()
    {
        await using var server = await StartAsync();
        var dry = new WriteOptions { DryRun = true };
        var made = await server.CreateAsync(ConfigMap, """{"metadata":{"name":"a"},"data":{"k":"1"}}""", options: dry);
        Assert.NotEqual("", made.Metadata.Uid);
        Assert.Null(await server.FindAsync(ConfigMap, "a"));
        var real = await server.CreateAsync(ConfigMap, """{"metadata":{"name":"a"},"data":{"k":"1"}}""");
        var patched = await server.PatchAsync(ConfigMap, "a", """{"data":{"k":"2"}}""", options: dry);
        Assert.Equal(("2", real.Metadata.ResourceVersion), (patched.Text("data", "k"), patched.Metadata.ResourceVersion));
        await server.DeleteAsync(ConfigMap, "a", new DeleteOptions { DryRun = true });
        Assert.Equal("1", (await server.GetAsync(ConfigMap, "a")).Text("data", "k"));
        Assert.Equal(409, (await RefusedAsync(() => server.CreateAsync(ConfigMap, """{"metadata":{"name":"a"}}""", options: dry))).Code);
    }

    [Fact]
    public async Task Patches_of_all_types_apply()
    {
        await using var server = await StartAsync();
        await server.CreateWidgetAsync("a", """{"note":"x","items":["1"]}""");
        var json = await server.PatchAsync(Widget, "a", """[{"op":"test","path":"/spec/note","value":"x"},{"op":"add","path":"/spec/items/-","value":"2"}]""", PatchType.Json);
        Assert.Equal("[\"1\",\"2\"]", json.At("spec", "items")!.ToJsonString());
        var test = await RefusedAsync(() => server.PatchAsync(Widget, "a", """[{"op":"test","path":"/spec/note","value":"y"}]""", PatchType.Json));
        Assert.Equal((422, "Invalid"), (test.Code, test.Reason));
        await server.CreateAsync(Secret, """{"metadata":{"name":"s","finalizers":["a.io/x"]},"stringData":{"k":"v"}}""");
        var strategic = await server.PatchAsync(Secret, "s", """{"metadata":{"finalizers":["a.io/y"]}}""", PatchType.StrategicMerge);
        Assert.Equal(["a.io/x", "a.io/y"], strategic.Metadata.Finalizers);
        var nodes = new ResourceType("", "v1", "Node", "nodes", Namespaced: false);
        await server.CreateAsync(nodes, """{"metadata":{"name":"n"},"spec":{"podCIDRs":["10.0.0.0/24"]}}""", "");
        var node = await server.PatchAsync(nodes, "n", """{"spec":{"podCIDRs":["10.0.1.0/24"]}}""", PatchType.StrategicMerge);
        Assert.Equal("[\"10.0.0.0/24\",\"10.0.1.0/24\"]", node.At("spec", "podCIDRs")!.ToJsonString());
        var refused = await RefusedAsync(() => server.PatchAsync(Widget, "a", "{}", PatchType.StrategicMerge));
        Assert.Equal(415, refused.Code);
        Assert.Contains("application/json-patch+json, application/merge-patch+json", refused.Message, StringComparison.Ordinal);
        Assert.Equal(415, (await RefusedAsync(() => server.PatchAsync(Widget, "a", "{}", PatchType.Apply, options: new WriteOptions { FieldManager = "me" }))).Code);
    }

    [Fact]
    public async Task A_version_inside_a_patch_must_be_the_present_one()
    {
        await using var server = await StartAsync();
        var made = await server.CreateWidgetAsync("a");
        var lockIn = $$$"""{"metadata":{"resourceVersion":"{{{made.Metadata.ResourceVersion}}}"},"spec":{"note":"1"}}""";
        await server.PatchAsync(Widget, "a", lockIn);
        Assert.Equal("Conflict", (await RefusedAsync(() => server.PatchAsync(Widget, "a", lockIn))).Reason);
        Assert.Equal("Conflict", (await RefusedAsync(() => server.PatchAsync(Widget, "a", """{"metadata":{"uid":"other"}}"""))).Reason);
    }

    [Fact]
    public async Task Patches_without_version_all_come_through_when_many_write()
    {
        await using var server = await StartAsync();
        await server.CreateWidgetAsync("a");
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() =>
            server.PatchAsync(Widget, "a", $$$$"""{"metadata":{"annotations":{"n{{{{i}}}}":"x"}}}"""))));
        Assert.Equal(40, (await server.GetAsync(Widget, "a")).Metadata.Annotations.Count);
    }

    [Fact]
    public async Task A_scale_is_read_and_written_by_its_paths()
    {
        await using var server = await StartAsync();
        await server.CreateWidgetAsync("a", """{"replicas":2}""");
        await server.PatchAsync(Widget, "a", """{"status":{"replicas":1,"selector":"app=a"}}""", subresource: "status");
        var scale = await server.GetAsync(Widget, "a", "scale");
        Assert.Equal(("autoscaling/v1", "Scale", 2L, 1L, "app=a"), (scale.ApiVersion, scale.Kind, scale.Number("spec", "replicas")!.Value, scale.Number("status", "replicas")!.Value, scale.Text("status", "selector")));
        var changed = await server.PatchAsync(Widget, "a", """{"spec":{"replicas":5}}""", subresource: "scale");
        Assert.Equal(5, changed.Number("spec", "replicas"));
        var widget = await server.GetAsync(Widget, "a");
        Assert.Equal((5L, 2L), (widget.Number("spec", "replicas")!.Value, widget.Metadata.Generation));
        var status = await RefusedAsync(() => server.PatchAsync(Widget, "a", """{"spec":{"replicas":-1}}""", subresource: "scale"));
        Assert.Equal(422, status.Code);
        Assert.Contains("spec.replicas: Invalid value: -1", status.Message, StringComparison.Ordinal);
        Assert.Equal(404, (await RefusedAsync(() => server.GetAsync(WidgetBeta, "a", "scale"))).Code);
    }

    [Fact]
    public async Task An_object_is_served_in_each_version_and_stored_in_one()
    {
        await using var server = await StartAsync();
        await server.CreateAsync(WidgetBeta, """{"apiVersion":"demo.example.io/v1beta1","kind":"Widget","metadata":{"name":"a"},"spec":{"note":"b"}}""");
        Assert.Equal("demo.example.io/v1", (await server.GetAsync(Widget, "a")).ApiVersion);
        var beta = await server.PatchAsync(WidgetBeta, "a", """{"spec":{"note":"c"}}""");
        Assert.Equal(("demo.example.io/v1beta1", "c"), (beta.ApiVersion, beta.Text("spec", "note")));
        Assert.Equal("c", (await server.GetAsync(Widget, "a")).Text("spec", "note"));
    }

    [Fact]
    public async Task An_object_of_a_kind_that_is_not_served_is_not_found()
    {
        await using var server = await StartAsync();
        var status = await RefusedAsync(() => server.GetAsync(new("other.io", "v1", "Other", "others"), "a"));
        Assert.Equal((404, "the server could not find the requested resource"), (status.Code, status.Message));
    }

    [Fact]
    public async Task Leases_may_be_made_by_replacing_them_and_config_maps_may_not()
    {
        await using var server = await StartAsync();
        var lease = new ResourceType("coordination.k8s.io", "v1", "Lease", "leases");
        var made = await server.UpdateAsync(lease, (JsonObject)JsonNode.Parse("""{"metadata":{"name":"l","namespace":"default"},"spec":{"holderIdentity":"me"}}""")!);
        Assert.NotEqual("", made.Metadata.Uid);
        Assert.Equal(404, (await RefusedAsync(() => server.UpdateAsync(ConfigMap, (JsonObject)JsonNode.Parse("""{"metadata":{"name":"l","namespace":"default"}}""")!))).Code);
    }

    private Task<TestServer> StartAsync() => listens ? TestServer.ListenAsync() : TestServer.StartAsync();
}
