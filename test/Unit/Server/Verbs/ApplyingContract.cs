using System.Text.Json.Nodes;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;
using static Slipway.Unit.Server.TestServer;

namespace Slipway.Unit.Server.Verbs;

/// <summary>Server-side apply and the managed fields that all writes leave. The same whichever client asks.</summary>
public abstract class ApplyingContract(bool listens)
{
    private static readonly ResourceType Deployment = new("apps", "v1", "Deployment", "deployments");
    private static readonly ResourceType Service = new("", "v1", "Service", "services");

    [Fact]
    public async Task Applying_makes_what_is_not_there()
    {
        await using var server = await StartAsync();
        var made = await ApplyAsync(server, "me", "color: red");
        Assert.Equal("red", made.Text("spec", "color"));
        Assert.Equal(1, made.Number("spec", "replicas"));
        Assert.Equal("""me Apply demo.example.io/v1 {"f:spec":{"f:color":{}}}""", OwnersOf(made));
        Assert.Equal("2026-11-24T02:00:00Z", (string?)made.At("metadata", "managedFields")![0]!["time"]);
    }

    [Fact]
    public async Task Applying_the_same_again_writes_nothing()
    {
        await using var server = await StartAsync();
        var made = await ApplyAsync(server, "me", "color: red");
        server.Time.Advance(TimeSpan.FromMinutes(1));
        var again = await ApplyAsync(server, "me", "color: red");
        Assert.True(JsonNode.DeepEquals(made.Json, again.Json));
    }

    [Fact]
    public async Task Another_applier_of_other_fields_is_no_conflict()
    {
        await using var server = await StartAsync();
        await ApplyAsync(server, "me", "color: red");
        var both = await ApplyAsync(server, "you", "note: x");
        Assert.Equal(("red", "x"), (both.Text("spec", "color"), both.Text("spec", "note")));
        var left = await ApplyAsync(server, "me", "{}");
        Assert.Equal((null, "x"), (left.Text("spec", "color"), left.Text("spec", "note")));
    }

    [Fact]
    public async Task A_field_of_another_conflicts_until_forced()
    {
        await using var server = await StartAsync();
        await ApplyAsync(server, "me", "color: red");
        await server.PatchAsync(Widget, "a", """{"spec":{"note":"x"}}""", options: new WriteOptions { FieldManager = "patcher" });
        var refused = await RefusedAsync(() => ApplyAsync(server, "you", "{color: blue, note: z}"));
        Assert.Equal((409, "Conflict"), (refused.Code, refused.Reason));
        Assert.Equal(
            "Apply failed with 2 conflicts: conflicts with \"me\":\n- .spec.color\nconflicts with \"patcher\" using demo.example.io/v1:\n- .spec.note",
            refused.Message);
        Assert.Equal(
            [("FieldManagerConflict", "conflict with \"me\"", ".spec.color"), ("FieldManagerConflict", "conflict with \"patcher\" using demo.example.io/v1", ".spec.note")],
            refused.Details!.Causes!.Select(c => (c.Reason, c.Message, c.Field)));
        var forced = await ApplyAsync(server, "you", "{color: blue, note: z}", force: true);
        Assert.Equal("""you Apply demo.example.io/v1 {"f:spec":{"f:color":{},"f:note":{}}}""", OwnersOf(forced));
    }

    [Fact]
    public async Task Every_write_leaves_its_manager()
    {
        await using var server = await StartAsync();
        await server.CreateAsync(Widget, """{"apiVersion":"demo.example.io/v1","kind":"Widget","metadata":{"name":"a","labels":{"l":"1"}},"spec":{"color":"red"}}""", options: new() { FieldManager = "maker" });
        var patched = await server.PatchAsync(Widget, "a", """{"spec":{"color":"blue"}}""", options: new() { FieldManager = "patcher" });
        Assert.Equal(
            """
            maker Update demo.example.io/v1 {"f:metadata":{"f:labels":{".":{},"f:l":{}}},"f:spec":{".":{},"f:replicas":{}}}
            patcher Update demo.example.io/v1 {"f:spec":{"f:color":{}}}
            """.ReplaceLineEndings("\n"),
            OwnersOf(patched));
        var updated = await server.UpdateAsync(Widget, With(patched.Json, "spec", """{"replicas":1,"note":"n"}"""), options: new() { FieldManager = "patcher" });
        Assert.Contains("""patcher Update demo.example.io/v1 {"f:spec":{"f:note":{}}}""", OwnersOf(updated), StringComparison.Ordinal);
        var status = await server.PatchAsync(Widget, "a", """{"status":{"phase":"Up"}}""", subresource: "status", options: new() { FieldManager = "reporter" });
        Assert.Contains("""reporter Update demo.example.io/v1 status {"f:status":{".":{},"f:phase":{}}}""", OwnersOf(status), StringComparison.Ordinal);
        await server.PatchAsync(Widget, "a", """{"spec":{"replicas":3}}""", subresource: "scale", options: new() { FieldManager = "scaler" });
        Assert.Contains("""scaler Update demo.example.io/v1 scale {"f:spec":{"f:replicas":{}}}""", OwnersOf(await server.GetAsync(Widget, "a")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_write_without_a_manager_is_counted_to_the_program()
    {
        await using var server = await StartAsync();
        var made = await server.CreateWidgetAsync("a", """{"color":"red"}""");
        Assert.Equal(listens ? "test" : "slipway", (string?)made.At("metadata", "managedFields")![0]!["manager"]);
    }

    [Fact]
    public async Task An_update_that_changes_nothing_changes_no_owner()
    {
        await using var server = await StartAsync();
        var made = await ApplyAsync(server, "me", "color: red");
        server.Time.Advance(TimeSpan.FromMinutes(1));
        var same = await server.UpdateAsync(Widget, (JsonObject)made.Json.DeepClone(), options: new() { FieldManager = "up" });
        Assert.Equal(made.Metadata.ResourceVersion, same.Metadata.ResourceVersion);
        var blind = (JsonObject)made.Json.DeepClone();
        ((JsonObject)blind["metadata"]!).Remove("managedFields");
        Assert.Equal(made.Metadata.ResourceVersion, (await server.UpdateAsync(Widget, blind, options: new() { FieldManager = "up" })).Metadata.ResourceVersion);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("[{}]")]
    public async Task An_empty_list_forgets_all_owners(string empty)
    {
        await using var server = await StartAsync();
        await ApplyAsync(server, "me", "color: red");
        var reset = await server.PatchAsync(Widget, "a", "{\"metadata\":{\"managedFields\":" + empty + "}}");
        Assert.Equal("", OwnersOf(reset));
        Assert.Equal("", OwnersOf(await server.PatchAsync(Widget, "a", """{"spec":{"note":"x"}}""")));
        var refused = await RefusedAsync(() => ApplyAsync(server, "you", "color: blue"));
        Assert.Equal("Apply failed with 1 conflict: conflict with \"before-first-apply\" using demo.example.io/v1: .spec.color", refused.Message);
    }

    [Fact]
    public async Task Entries_may_be_changed_by_hand_but_not_broken()
    {
        await using var server = await StartAsync();
        await ApplyAsync(server, "me", "color: red");
        var renamed = await server.PatchAsync(
            Widget, "a", """[{"op":"replace","path":"/metadata/managedFields/0/manager","value":"you"}]""", PatchType.Json);
        Assert.Equal("""you Apply demo.example.io/v1 {"f:spec":{"f:color":{}}}""", OwnersOf(renamed));
        var broken = await server.PatchAsync(
            Widget, "a", """{"metadata":{"managedFields":[{"manager":"x","operation":"Steal","apiVersion":"v1"}]}}""");
        Assert.Equal(renamed.Metadata.ResourceVersion, broken.Metadata.ResourceVersion);
        Assert.Equal(OwnersOf(renamed), OwnersOf(broken));
        var ignored = await server.PatchAsync(Widget, "a", """{"metadata":{"managedFields":[]},"status":{"phase":"Up"}}""", subresource: "status");
        Assert.Contains("you Apply", OwnersOf(ignored), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_is_applied_through_its_subresource_only()
    {
        await using var server = await StartAsync();
        var made = await ApplyAsync(server, "me", "color: red", extra: "status: {phase: Up}");
        Assert.Null(made.Text("status", "phase"));
        Assert.Equal("""me Apply demo.example.io/v1 {"f:spec":{"f:color":{}}}""", OwnersOf(made));
        var status = await ApplyAsync(server, "me", "color: blue", extra: "status: {phase: Up}", subresource: "status");
        Assert.Equal(("red", "Up"), (status.Text("spec", "color"), status.Text("status", "phase")));
        Assert.Contains("""me Apply demo.example.io/v1 status {"f:status":{"f:phase":{}}}""", OwnersOf(status), StringComparison.Ordinal);
        Assert.Equal(1, status.Metadata.Generation);
        var refused = await RefusedAsync(() => ApplyAsync(server, "you", "{}", extra: "status: {phase: Down}", subresource: "status"));
        Assert.Equal("Apply failed with 1 conflict: conflict with \"me\" with subresource \"status\": .status.phase", refused.Message);
    }

    [Fact]
    public async Task A_scale_is_applied_to_its_object()
    {
        await using var server = await StartAsync();
        await ApplyAsync(server, "me", "replicas: 2");
        const string scale = """{"apiVersion":"autoscaling/v1","kind":"Scale","metadata":{"name":"a"},"spec":{"replicas":5}}""";
        var options = new WriteOptions { FieldManager = "scaler" };
        var refused = await RefusedAsync(() => server.PatchAsync(Widget, "a", scale, PatchType.Apply, "scale", options));
        Assert.Equal(".spec.replicas", refused.Details!.Causes![0].Field);
        var scaled = await server.PatchAsync(Widget, "a", scale, PatchType.Apply, "scale", options with { Force = true });
        Assert.Equal(("Scale", 5), ((string?)scaled.Json["kind"], scaled.Number("spec", "replicas")));
        Assert.Equal("""scaler Apply demo.example.io/v1 scale {"f:spec":{"f:replicas":{}}}""", OwnersOf(await server.GetAsync(Widget, "a")));
    }

    [Theory]
    [InlineData("""{"apiVersion":"demo.example.io/v2","kind":"Widget","metadata":{"name":"a"}}""", 400, "invalid object type: demo.example.io/v2, Kind=Widget")]
    [InlineData("""{"metadata":{"name":"a"}}""", 400, "invalid object type: /, Kind=")]
    [InlineData("""{"apiVersion":"demo.example.io/v1","kind":"Widget","metadata":{"name":"a","managedFields":[]}}""", 400, "metadata.managedFields must be nil")]
    [InlineData("""{"apiVersion":"demo.example.io/v1","kind":"Widget","metadata":{"name":"b"}}""", 400, "the name of the object (b) does not match the name on the URL (a)")]
    [InlineData("""{"apiVersion":"demo.example.io/v1","kind":"Widget"}""", 400, "the name of the object (a based on URL) was undeterminable: name must be provided")]
    [InlineData("""{"apiVersion":"demo.example.io/v1","kind":"Widget","metadata":{"name":"a","uid":"x"}}""", 409, "uid mismatch: the provided object specified uid x, and no existing object was found")]
    [InlineData("""{"apiVersion":"demo.example.io/v1","kind":"Widget","metadata":{"name":"a","resourceVersion":"1"}}""", 400, "resourceVersion should not be set")]
    [InlineData("""{"apiVersion":"demo.example.io/v1","kind":"Widget","metadata":{"name":"a"},"spec":{"bogus":1}}""", 500, "failed to create typed patch object (default/a; demo.example.io/v1, Kind=Widget): .spec.bogus: field not declared in schema")]
    [InlineData("""{"apiVersion":"demo.example.io/v1","kind":"Widget","metadata":{"name":"a"},"spec":{"color":"pink"}}""", 422, "spec.color: Unsupported value")]
    [InlineData(": : :", 400, "error decoding YAML")]
    [InlineData("[]", 400, "error decoding YAML")]
    public async Task What_cannot_be_applied_is_refused(string body, int code, string message)
    {
        await using var server = await StartAsync();
        var refused = await RefusedAsync(() => server.PatchAsync(Widget, "a", body, PatchType.Apply, options: new WriteOptions { FieldManager = "me" }));
        Assert.Equal(code, refused.Code);
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
        Assert.Null(await server.FindAsync(Widget, "a"));
    }

    [Fact]
    public async Task A_manager_is_required()
    {
        await using var server = await StartAsync();
        var refused = await RefusedAsync(() => ApplyAsync(server, "", "color: red"));
        Assert.Equal(422, refused.Code);
        Assert.Contains("fieldManager: Required value: is required for apply patch", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_resource_version_in_the_body_must_be_the_present_one()
    {
        await using var server = await StartAsync();
        var made = await ApplyAsync(server, "me", "color: red");
        string Body(string version, string note) =>
            $$$"""{"apiVersion":"demo.example.io/v1","kind":"Widget","metadata":{"name":"a","resourceVersion":"{{{version}}}"},"spec":{"color":"red","note":"{{{note}}}"}}""";
        var options = new WriteOptions { FieldManager = "me" };
        var next = await server.PatchAsync(Widget, "a", Body(made.Metadata.ResourceVersion, "x"), PatchType.Apply, options: options);
        Assert.Equal("x", next.Text("spec", "note"));
        Assert.Equal(409, (await RefusedAsync(() => server.PatchAsync(Widget, "a", Body(made.Metadata.ResourceVersion, "y"), PatchType.Apply, options: options))).Code);
    }

    [Fact]
    public async Task A_dry_run_applies_nothing()
    {
        await using var server = await StartAsync();
        var dry = await server.PatchAsync(Widget, "a", Body("color: red"), PatchType.Apply, options: new() { FieldManager = "me", DryRun = true });
        Assert.Equal("red", dry.Text("spec", "color"));
        Assert.Null(await server.FindAsync(Widget, "a"));
        var made = await ApplyAsync(server, "me", "color: red");
        var changed = await server.PatchAsync(Widget, "a", Body("color: blue"), PatchType.Apply, options: new() { FieldManager = "me", DryRun = true });
        Assert.Equal("blue", changed.Text("spec", "color"));
        Assert.Equal(made.Metadata.ResourceVersion, (await server.GetAsync(Widget, "a")).Metadata.ResourceVersion);
    }

    [Fact]
    public async Task Fields_of_another_version_are_owned_in_that_version()
    {
        await using var server = await StartAsync();
        await ApplyAsync(server, "me", "color: red");
        const string beta = """{"apiVersion":"demo.example.io/v1beta1","kind":"Widget","metadata":{"name":"a"},"spec":{"note":"x"}}""";
        var both = await server.PatchAsync(WidgetBeta, "a", beta, PatchType.Apply, options: new() { FieldManager = "old" });
        Assert.Equal(("red", "x"), (both.Text("spec", "color"), both.Text("spec", "note")));
        Assert.Contains("""old Apply demo.example.io/v1beta1 {"f:spec":{"f:note":{}}}""".Replace("{\"f:note\":{}}", "{\".\":{},\"f:note\":{}}"), OwnersOf(both), StringComparison.Ordinal);
        Assert.Equal(409, (await RefusedAsync(() => ApplyAsync(server, "me", "{color: red, note: z}"))).Code);
    }

    [Fact]
    public async Task Lists_of_built_in_kinds_merge_by_their_keys()
    {
        await using var server = await StartAsync();
        const string web = """
            {apiVersion: apps/v1, kind: Deployment, metadata: {name: d}, spec: {selector: {matchLabels: {a: b}}, template: {metadata: {labels: {a: b}},
             spec: {containers: [{name: web, image: w, ports: [{containerPort: 80}]}]}}}}
            """;
        const string side = """
            {apiVersion: apps/v1, kind: Deployment, metadata: {name: d}, spec: {selector: {matchLabels: {a: b}}, template: {metadata: {labels: {a: b}},
             spec: {containers: [{name: side, image: s}, {name: web, ports: [{containerPort: 80, protocol: UDP}]}]}}}}
            """;
        await server.PatchAsync(Deployment, "d", web, PatchType.Apply, options: new() { FieldManager = "me" });
        var both = await server.PatchAsync(Deployment, "d", side, PatchType.Apply, options: new() { FieldManager = "you" });
        Assert.Equal(["side", "web"], both.At("spec", "template")!["spec"]!["containers"]!.AsArray().Select(c => (string?)c!["name"]));
        Assert.Equal(2, both.At("spec", "template")!["spec"]!["containers"]![1]!["ports"]!.AsArray().Count);
        Assert.Contains("""k:{\"containerPort\":80,\"protocol\":\"TCP\"}""", OwnersOf(both), StringComparison.Ordinal);
        var left = await server.PatchAsync(Deployment, "d", web, PatchType.Apply, options: new() { FieldManager = "you" });
        Assert.Equal("web", (string?)Assert.Single(left.At("spec", "template")!["spec"]!["containers"]!.AsArray())!["name"]);
    }

    [Fact]
    public async Task Maps_and_whole_values_of_built_in_kinds_are_told_apart()
    {
        await using var server = await StartAsync();
        await server.PatchAsync(ConfigMap, "c", "{apiVersion: v1, kind: ConfigMap, metadata: {name: c}, data: {a: '1', b: '2'}}", PatchType.Apply, options: new() { FieldManager = "me" });
        var data = await server.PatchAsync(ConfigMap, "c", "{apiVersion: v1, kind: ConfigMap, metadata: {name: c}, data: {c: '3'}}", PatchType.Apply, options: new() { FieldManager = "you" });
        Assert.Equal("""{"a":"1","b":"2","c":"3"}""", data.At("data")!.ToJsonString());
        Assert.Equal("me Apply v1 {\"f:data\":{\"f:a\":{},\"f:b\":{}}}\nyou Apply v1 {\"f:data\":{\"f:c\":{}}}", OwnersOf(data));
        var service = await server.PatchAsync(
            Service, "s", "{apiVersion: v1, kind: Service, metadata: {name: s}, spec: {selector: {a: b}, ports: [{port: 80}]}}", PatchType.Apply, options: new() { FieldManager = "me" });
        Assert.Equal("""me Apply v1 {"f:spec":{"f:ports":{"k:{\"port\":80,\"protocol\":\"TCP\"}":{".":{},"f:port":{}}},"f:selector":{}}}""", OwnersOf(service));
    }

    [Fact]
    public async Task Creating_a_built_in_object_does_not_own_what_is_always_there()
    {
        await using var server = await StartAsync();
        var made = await server.CreateAsync(Service, """{"apiVersion":"v1","kind":"Service","metadata":{"name":"s","annotations":{"x":"y"}},"spec":{"selector":{"a":"b"}}}""", options: new() { FieldManager = "m" });
        Assert.StartsWith("""m Update v1 {"f:metadata":{"f:annotations":{".":{},"f:x":{}}},"f:spec":{"f:""", OwnersOf(made), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kubectl_moves_from_client_side_to_server_side()
    {
        await using var server = await StartAsync();
        const string last = """{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"c"},"data":{"a":"1"}}""";
        await server.CreateAsync(
            ConfigMap,
            new JsonObject
            {
                ["apiVersion"] = "v1",
                ["kind"] = "ConfigMap",
                ["metadata"] = new JsonObject { ["name"] = "c", ["annotations"] = new JsonObject { ["kubectl.kubernetes.io/last-applied-configuration"] = last } },
                ["data"] = new JsonObject { ["a"] = "1" },
            }.ToJsonString(),
            options: new() { FieldManager = "kubectl-client-side-apply" });
        const string now = "{apiVersion: v1, kind: ConfigMap, metadata: {name: c}, data: {a: '2'}}";
        Assert.Equal(409, (await RefusedAsync(() => server.PatchAsync(ConfigMap, "c", now, PatchType.Apply, options: new() { FieldManager = "other" }))).Code);
        var moved = await server.PatchAsync(ConfigMap, "c", now, PatchType.Apply, options: new() { FieldManager = "kubectl" });
        Assert.Equal("2", moved.Text("data", "a"));
        Assert.Contains("\"a\":\"2\"", (string?)moved.At("metadata", "annotations")!["kubectl.kubernetes.io/last-applied-configuration"], StringComparison.Ordinal);
        Assert.Contains("kubectl Apply v1 {\"f:data\":{\"f:a\":{}}}", OwnersOf(moved), StringComparison.Ordinal);
    }

    private static string Body(string spec, string extra = "") =>
        $"apiVersion: demo.example.io/v1\nkind: Widget\nmetadata:\n  name: a\nspec: {(spec.StartsWith('{') ? spec : $"{{{spec}}}")}\n{extra}";

    private static Task<Unstructured> ApplyAsync(TestServer server, string manager, string spec, bool force = false, string extra = "", string subresource = "") =>
        server.PatchAsync(Widget, "a", Body(spec, extra), PatchType.Apply, subresource, new WriteOptions { FieldManager = manager, Force = force });

    private static string OwnersOf(Unstructured value) => string.Join('\n', ((value.At("metadata", "managedFields") as JsonArray) ?? []).Select(e =>
        string.Join(' ', new[] { "manager", "operation", "apiVersion", "subresource" }.Select(n => (string?)e![n]).Where(t => t is not null))
        + " " + e!["fieldsV1"]!.ToJsonString(KubernetesJson.Default)));

    private static JsonObject With(JsonObject value, string name, string member)
    {
        var changed = (JsonObject)value.DeepClone();
        changed[name] = JsonNode.Parse(member);
        return changed;
    }

    private Task<TestServer> StartAsync() => listens ? ListenAsync() : TestServer.StartAsync();
}
