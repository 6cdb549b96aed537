using System.Text;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;
using static Slipway.Unit.Server.Admission.Webhooks.HookedServer;
using static Slipway.Unit.Server.TestServer;

namespace Slipway.Unit.Server.Admission.Webhooks;

/// <summary>Which writes webhooks see, and in which version.</summary>
public sealed class Matching
{
    private const string Anything = """{"rules":[{"operations":["*"],"apiGroups":["*"],"apiVersions":["*"],"resources":["*/*"]}]}""";

    [Theory]
    [InlineData("""{"operations":["CREATE"],"apiGroups":["demo.example.io"],"apiVersions":["v1"],"resources":["widgets"]}""", "CREATE widgets")]
    [InlineData("""{"operations":["UPDATE"],"apiGroups":["*"],"apiVersions":["*"],"resources":["widgets/*"]}""", "UPDATE widgets UPDATE widgets/status UPDATE widgets/scale")]
    [InlineData("""{"operations":["UPDATE"],"apiGroups":["*"],"apiVersions":["*"],"resources":["*/status"]}""", "UPDATE widgets/status")]
    [InlineData("""{"operations":["*"],"apiGroups":["*"],"apiVersions":["*"],"resources":["*"]}""", "CREATE widgets UPDATE widgets DELETE widgets")]
    [InlineData("""{"operations":["*"],"apiGroups":[""],"apiVersions":["*"],"resources":["*/*"]}""", "")]
    [InlineData("""{"operations":["*"],"apiGroups":["*"],"apiVersions":["*"],"resources":["*/*"],"scope":"Cluster"}""", "")]
    [InlineData("""{"operations":["DELETE"],"apiGroups":["*"],"apiVersions":["*"],"resources":["*/*"],"scope":"Namespaced"}""", "DELETE widgets")]
    public async Task Rules_name_operations_groups_resources_and_scope(string rule, string seen)
    {
        await using var hooked = await HookedAsync();
        hooked.Webhook.Allow("/look");
        await hooked.ConfigureAsync(Validating, "look", $$"""{"rules":[{{rule}}]}""");
        await hooked.Server.CreateWidgetAsync("a");
        await hooked.Server.PatchAsync(Widget, "a", """{"spec":{"note":"x"}}""");
        await hooked.Server.PatchAsync(Widget, "a", """{"status":{"phase":"x"}}""", subresource: "status");
        await hooked.Server.PatchAsync(Widget, "a", """{"spec":{"replicas":3}}""", subresource: "scale");
        await hooked.Server.DeleteAsync(Widget, "a");

        // The server's own upkeep is seen as well.
        var asked = hooked.Webhook.Asked.Where(a => (string?)a.Request["resource"]!["resource"] == "widgets");
        Assert.Equal(seen, string.Join(' ', asked.Select(a =>
            $"{a.Request["operation"]} {a.Request["resource"]!["resource"]}{(a.Request["subResource"] is { } sub ? $"/{sub}" : "")}")));
    }

    [Fact]
    public async Task Configurations_themselves_are_never_seen()
    {
        await using var hooked = await HookedAsync();
        hooked.Webhook.Deny("/deny", "nothing goes");
        await hooked.ConfigureAsync(Validating, "deny", Anything);
        await RefusedAsync(() => hooked.Server.CreateWidgetAsync("a"));
        await hooked.ConfigureAsync(Mutating, "more");
        await hooked.Server.DeleteAsync(Validating, "deny");
        await hooked.Server.DeleteAsync(Mutating, "more");
        await hooked.Server.CreateWidgetAsync("a");
    }

    [Fact]
    public async Task A_webhook_is_shown_the_version_that_it_asks_for()
    {
        await using var hooked = await HookedAsync();
        hooked.Webhook.Patch("/look", """[{"op":"add","path":"/spec/note","value":"by the webhook"}]""");
        await hooked.ConfigureAsync(Mutating, "look");
        var made = await hooked.Server.CreateAsync(
            WidgetBeta, """{"apiVersion":"demo.example.io/v1beta1","kind":"Widget","metadata":{"name":"a"},"spec":{}}""");
        Assert.Equal(("demo.example.io/v1beta1", "by the webhook"), (made.ApiVersion, made.Text("spec", "note")));
        var request = hooked.Webhook.Asked.Single().Request;
        Assert.Equal(
            ("v1", "v1", "demo.example.io/v1", "v1beta1", "v1beta1"),
            ((string?)request["kind"]!["version"], (string?)request["resource"]!["version"], (string?)request["object"]!["apiVersion"],
            (string?)request["requestKind"]!["version"], (string?)request["requestResource"]!["version"]));
    }

    [Fact]
    public async Task A_webhook_that_wants_its_exact_version_does_not_see_others()
    {
        await using var hooked = await HookedAsync();
        hooked.Webhook.Deny("/deny", "no");
        await hooked.ConfigureAsync(Validating, "deny", """{"matchPolicy":"Exact"}""");
        await hooked.Server.CreateAsync(WidgetBeta, """{"apiVersion":"demo.example.io/v1beta1","kind":"Widget","metadata":{"name":"a"},"spec":{}}""");
        await RefusedAsync(() => hooked.Server.CreateWidgetAsync("b"));
    }

    [Fact]
    public async Task Namespaces_are_chosen_by_their_labels()
    {
        await using var hooked = await HookedAsync();
        hooked.Webhook.Deny("/deny", "no");
        await hooked.Server.CreateAsync(Namespace, """{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"free"}}""");
        await hooked.ConfigureAsync(Validating, "deny", """
            {"namespaceSelector":{"matchExpressions":[{"key":"kubernetes.io/metadata.name","operator":"NotIn","values":["free"]}]}}
            """);
        await RefusedAsync(() => hooked.Server.CreateWidgetAsync("a"));
        await hooked.Server.CreateAsync(Widget, """{"apiVersion":"demo.example.io/v1","kind":"Widget","metadata":{"name":"a"},"spec":{}}""", "free");
    }

    [Fact]
    public async Task Of_a_namespace_its_own_labels_count()
    {
        await using var hooked = await HookedAsync();
        hooked.Webhook.Deny("/deny", "no");
        await hooked.ConfigureAsync(Validating, "deny", """
            {"namespaceSelector":{"matchLabels":{"guarded":"yes"}},
             "rules":[{"operations":["*"],"apiGroups":[""],"apiVersions":["v1"],"resources":["namespaces"],"scope":"Cluster"}]}
            """);
        await hooked.Server.CreateAsync(Namespace, """{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"a"}}""");
        await RefusedAsync(() => hooked.Server.CreateAsync(Namespace, """{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"b","labels":{"guarded":"yes"}}}"""));
    }

    [Fact]
    public async Task Objects_are_chosen_by_their_labels_before_or_after()
    {
        await using var hooked = await HookedAsync();
        hooked.Webhook.Allow("/look");
        await hooked.ConfigureAsync(Validating, "look", """{"objectSelector":{"matchLabels":{"watched":"yes"}}}""");
        await hooked.Server.CreateWidgetAsync("a");
        Assert.Empty(hooked.Webhook.Asked);
        await hooked.Server.PatchAsync(Widget, "a", """{"metadata":{"labels":{"watched":"yes"}}}""");
        await hooked.Server.PatchAsync(Widget, "a", """{"metadata":{"labels":{"watched":null}}}""");
        await hooked.Server.PatchAsync(Widget, "a", """{"metadata":{"labels":{"other":"x"}}}""");
        Assert.Equal(2, hooked.Webhook.Asked.Count);
    }

    [Fact]
    public async Task Conditions_are_asked_before_the_webhook()
    {
        await using var hooked = await HookedAsync();
        hooked.Webhook.Allow("/look");
        await hooked.ConfigureAsync(Validating, "look", """
            {"matchConditions":[{"name":"noted","expression":"has(object.spec.note)"},
             {"name":"not-me","expression":"request.userInfo.username == 'system:slipway' && request.operation == 'CREATE'"}]}
            """);
        await hooked.Server.CreateWidgetAsync("a");
        Assert.Empty(hooked.Webhook.Asked);
        await hooked.Server.CreateWidgetAsync("b", """{"note":"x"}""");
        await hooked.Server.PatchAsync(Widget, "b", """{"spec":{"note":"y"}}""");
        Assert.Single(hooked.Webhook.Asked);
    }

    [Fact]
    public async Task Conditions_may_ask_what_the_caller_may_do()
    {
        await using var hooked = await HookedAsync();
        hooked.Webhook.Deny("/deny", "not yours");
        await hooked.ConfigureAsync(Validating, "deny", """
            {"matchConditions":[{"name":"breakglass","expression":"!authorizer.group('demo.example.io').resource('widgets').namespace(request.namespace).check('breakglass').allowed()"}]}
            """);

        // The program itself may do everything.
        await hooked.Server.CreateWidgetAsync("a");
        var client = hooked.Server.Server.ClientFor(new Slipway.Server.Security.Caller("jane", ["system:authenticated"]));
        var status = await RefusedAsync(async () => await client.CreateAsync(
            new ObjectTarget(Widget, "default"), Encoding.UTF8.GetBytes("""{"apiVersion":"demo.example.io/v1","kind":"Widget","metadata":{"name":"b"},"spec":{}}"""), WriteOptions.Default, Stop));
        Assert.Contains("not yours", status.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_posted_to_a_subresource_is_shown()
    {
        await using var hooked = await HookedAsync();
        hooked.Webhook.Deny("/deny", "stay");
        await hooked.ConfigureAsync(Validating, "deny", """{"rules":[{"operations":["CREATE"],"apiGroups":[""],"apiVersions":["v1"],"resources":["pods/eviction"]}]}""");
        var pod = new ResourceType("", "v1", "Pod", "pods");
        await hooked.Server.CreateAsync(pod, """{"apiVersion":"v1","kind":"Pod","metadata":{"name":"p"},"spec":{"containers":[{"name":"c","image":"i"}]}}""");
        var status = await RefusedAsync(async () => await hooked.Server.Client.CreateAsync(
            new ObjectTarget(pod, "default", "p", "eviction"), Encoding.UTF8.GetBytes("""{"apiVersion":"policy/v1","kind":"Eviction","metadata":{"name":"p"}}"""), WriteOptions.Default, Stop));
        Assert.EndsWith("denied the request: stay", status.Message, StringComparison.Ordinal);
        var request = hooked.Webhook.Asked.Single().Request;
        Assert.Equal(("eviction", "Eviction"), ((string?)request["subResource"], (string?)request["kind"]!["kind"]));
        Assert.NotNull(await hooked.Server.FindAsync(pod, "p"));
    }

    [Fact]
    public async Task A_connection_into_a_pod_is_shown()
    {
        await using var hooked = await HookedAsync(o => o with { Listen = true, StreamHandlers = [new Ports()] });
        hooked.Webhook.Deny("/deny", "no entry");
        await hooked.ConfigureAsync(Validating, "deny", """{"rules":[{"operations":["CONNECT"],"apiGroups":[""],"apiVersions":["v1"],"resources":["pods/portforward"]}]}""");
        await hooked.Server.CreateAsync(
            new ResourceType("", "v1", "Pod", "pods"), """{"apiVersion":"v1","kind":"Pod","metadata":{"name":"p"},"spec":{"containers":[{"name":"c","image":"i"}]}}""");
        using var client = AdminHttp.Connect(hooked.Server.Server);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/v1/namespaces/default/pods/p/portforward?ports=80", UriKind.Relative))
        {
            Version = System.Net.HttpVersion.Version11,
            Headers =
            {
                { "Connection", "Upgrade" }, { "Upgrade", "websocket" }, { "Sec-WebSocket-Version", "13" },
                { "Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==" }, { "Sec-WebSocket-Protocol", "v4.channel.k8s.io" },
            },
        };
        using var response = await client.SendAsync(request, Stop);
        Assert.Contains("no entry", await response.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        var asked = hooked.Webhook.Asked.Single().Request;
        Assert.Equal(("CONNECT", "PodPortForwardOptions", 80), ((string?)asked["operation"], (string?)asked["object"]!["kind"], (int)asked["object"]!["ports"]![0]!));
    }

    private sealed class Ports : Slipway.Server.Streams.IStreamHandler
    {
        public bool Handles(Slipway.Server.Streams.StreamRequest request) => true;

        public Task HandleAsync(Slipway.Server.Streams.StreamRequest request, Stream stream, CancellationToken cancellation) => Task.CompletedTask;
    }

    [Theory]
    [InlineData("Fail", false)]
    [InlineData("Ignore", true)]
    public async Task A_condition_that_fails_leads_to_the_failure_policy(string policy, bool passes)
    {
        await using var hooked = await HookedAsync();
        hooked.Webhook.Deny("/deny", "never asked");
        await hooked.ConfigureAsync(Validating, "deny", $$"""
            {"failurePolicy":"{{policy}}","matchConditions":[{"name":"broken","expression":"object.spec.note == 'x'"}]}
            """);
        if (passes)
        {
            await hooked.Server.CreateWidgetAsync("a");
        }
        else
        {
            Assert.Contains("broken", (await RefusedAsync(() => hooked.Server.CreateWidgetAsync("a"))).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_scale_is_shown_as_such_and_may_be_changed()
    {
        await using var hooked = await HookedAsync();
        hooked.Webhook.Patch("/cap", """[{"op":"replace","path":"/spec/replicas","value":5}]""");
        await hooked.ConfigureAsync(Mutating, "cap", """{"rules":[{"operations":["*"],"apiGroups":["*"],"apiVersions":["*"],"resources":["widgets/scale"]}]}""");
        await hooked.Server.CreateWidgetAsync("a");
        await hooked.Server.PatchAsync(Widget, "a", """{"spec":{"replicas":9}}""", subresource: "scale");
        Assert.Equal(5, (int)(await hooked.Server.GetAsync(Widget, "a")).Json["spec"]!["replicas"]!);
        var request = hooked.Webhook.Asked.Single().Request;
        Assert.Equal("""{"group":"autoscaling","version":"v1","kind":"Scale"}""", request["kind"]!.ToJsonString());
        Assert.Equal(("scale", 9), ((string?)request["subResource"], (int)request["object"]!["spec"]!["replicas"]!));
    }

    [Fact]
    public async Task Warnings_reach_the_client_with_the_answer_and_with_the_refusal()
    {
        await using var hooked = await HookedAsync(o => o with { Listen = true });
        hooked.Webhook.On("/warn", (request, response) =>
        {
            response["warnings"] = new System.Text.Json.Nodes.JsonArray("mind the gap", "mind the gap");
            response["allowed"] = (string?)request["name"] != "b";
        });
        await hooked.ConfigureAsync(Validating, "warn");
        using var connection = new WarningReader(hooked.Server.Server);
        Assert.Equal(["299 - \"mind the gap\""], await connection.CreateAsync("a"));
        Assert.Equal(["299 - \"mind the gap\""], await connection.CreateAsync("b"));
        Assert.Null(await hooked.Server.FindAsync(Widget, "b"));
    }

    private sealed class WarningReader(Slipway.Server.EmbeddedServer server) : IDisposable
    {
        private readonly HttpClient _client = AdminHttp.Connect(server);

        public async Task<IEnumerable<string>> CreateAsync(string name)
        {
            using var body = new StringContent(
                $$$"""{"apiVersion":"demo.example.io/v1","kind":"Widget","metadata":{"name":"{{{name}}}"},"spec":{}}""", Encoding.UTF8, "application/json");
            using var response = await _client.PostAsync(new Uri("/apis/demo.example.io/v1/namespaces/default/widgets", UriKind.Relative), body, Stop);
            return response.Headers.TryGetValues("Warning", out var values) ? values : [];
        }

        public void Dispose() => _client.Dispose();
    }
}
