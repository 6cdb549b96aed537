using System.Text.Json.Nodes;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;
using static Slipway.Unit.Server.TestServer;

namespace Slipway.Unit.Server.Admission;

/// <summary>What built-in kinds allow.</summary>
public sealed class BuiltInKindsRules
{
    private static readonly ResourceType Deployment = new("apps", "v1", "Deployment", "deployments");
    private static readonly ResourceType Pod = new("", "v1", "Pod", "pods");
    private static readonly ResourceType Binding = new("rbac.authorization.k8s.io", "v1", "RoleBinding", "rolebindings");

    [Fact]
    public async Task Plain_text_of_a_secret_becomes_its_data()
    {
        await using var server = await StartAsync();
        var made = await server.CreateAsync(Secret, """{"metadata":{"name":"s"},"data":{"a":"YQ==","b":"Yg=="},"stringData":{"b":"new","c":"ü"}}""");
        Assert.Equal("""{"a":"YQ==","b":"bmV3","c":"w7w="}""", made.At("data")!.ToJsonString());
        Assert.Equal("Opaque", made.Text("type"));
        Assert.Null(made.At("stringData"));
    }

    public static TheoryData<string, string> Secrets => new()
    {
        { """{"metadata":{"name":"s"},"data":{"a b":"YQ=="}}""", "data[a b]: Invalid value: \"a b\": a valid config key" },
        { """{"metadata":{"name":"s"},"type":"kubernetes.io/tls","data":{"tls.crt":"YQ=="}}""", "data[tls.key]: Required value" },
        { """{"metadata":{"name":"Big"}}""", "metadata.name: Invalid value: \"Big\": a lowercase RFC 1123 subdomain" },
        { """{"metadata":{"name":"s","labels":{"a/b/c":"x"}}}""", "metadata.labels: Invalid value: \"a/b/c\"" },
        { """{"metadata":{"name":"s","labels":{"a":"-"}}}""", "metadata.labels: Invalid value: \"-\": a valid label" },
        { """{"metadata":{"name":"s","finalizers":["no slash"]}}""", "metadata.finalizers: Invalid value: \"no slash\"" },
        { """{"metadata":{"name":"s","ownerReferences":[{"apiVersion":"v1","kind":"Pod","name":"p"}]}}""", "metadata.ownerReferences[0].uid: Invalid value: \"\": must not be empty" },
        { """{"metadata":{}}""", "metadata.name: Required value: name or generateName is required" },
    };

    [Theory]
    [MemberData(nameof(Secrets))]
    public async Task What_is_wrong_with_an_object_is_named(string body, string message)
    {
        await using var server = await StartAsync();
        var status = await RefusedAsync(() => server.CreateAsync(Secret, body));
        Assert.Equal(422, status.Code);
        Assert.Contains(message, status.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_immutable_stays()
    {
        await using var server = await StartAsync();
        await server.CreateAsync(ConfigMap, """{"metadata":{"name":"c"},"data":{"a":"1"},"immutable":true}""");
        var status = await RefusedAsync(() => server.PatchAsync(ConfigMap, "c", """{"data":{"a":"2"}}"""));
        Assert.Contains("data: Forbidden: field is immutable when `immutable` is set", status.Message, StringComparison.Ordinal);
        Assert.Equal(422, (await RefusedAsync(() => server.PatchAsync(ConfigMap, "c", """{"immutable":false}"""))).Code);
        await server.PatchAsync(ConfigMap, "c", """{"metadata":{"labels":{"a":"b"}}}""");
        await server.CreateAsync(Secret, """{"metadata":{"name":"s"}}""");
        Assert.Contains("type: Invalid value", (await RefusedAsync(() => server.PatchAsync(Secret, "s", """{"type":"other.io/x"}"""))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deployment_has_replicas_a_selector_and_a_scale()
    {
        await using var server = await StartAsync();
        const string body = """{"metadata":{"name":"d"},"spec":{"selector":{"matchLabels":{"app":"LABEL"}},"template":{"metadata":{"labels":{"app":"x"}},"spec":{"containers":[{"name":"c","image":"i"}]}}}}""";
        var status = await RefusedAsync(() => server.CreateAsync(Deployment, body.Replace("LABEL", "y", StringComparison.Ordinal)));
        Assert.Contains("`selector` does not match template `labels`", status.Message, StringComparison.Ordinal);
        var made = await server.CreateAsync(Deployment, body.Replace("LABEL", "x", StringComparison.Ordinal));
        Assert.Equal((1L, 1L), (made.Number("spec", "replicas")!.Value, made.Metadata.Generation));
        var scale = await server.PatchAsync(Deployment, "d", """{"spec":{"replicas":3}}""", subresource: "scale");
        Assert.Equal((3L, "app=x"), (scale.Number("spec", "replicas")!.Value, scale.Text("status", "selector")));
        var merged = await server.PatchAsync(
            Deployment, "d", """{"spec":{"template":{"spec":{"containers":[{"name":"side","image":"s"}]}}}}""", PatchType.StrategicMerge);
        Assert.Equal(2, ((JsonArray)merged.At("spec", "template", "spec", "containers")!).Count);
    }

    [Fact]
    public async Task A_pod_is_bound_and_evicted()
    {
        await using var server = await StartAsync();
        var made = await server.CreateAsync(Pod, """{"metadata":{"name":"p","labels":{"app":"x"}},"spec":{"containers":[{"name":"c","image":"i"}]}}""");
        Assert.Equal("Pending", made.Text("status", "phase"));
        var target = new ObjectTarget(Pod, "default", "p", "binding");
        await server.Client.CreateAsync(target, """{"apiVersion":"v1","kind":"Binding","metadata":{"name":"p"},"target":{"kind":"Node","name":"n1"}}"""u8.ToArray(), WriteOptions.Default, Stop);
        var bound = await server.GetAsync(Pod, "p");
        Assert.Equal("n1", bound.Text("spec", "nodeName"));
        Assert.Equal(["p"], await server.NamesAsync(new ListRequest(Pod) { FieldSelector = "spec.nodeName=n1,status.phase=Pending" }));
        Assert.Equal(409, (await RefusedAsync(() => server.Client.CreateAsync(target, """{"target":{"name":"n2"}}"""u8.ToArray(), WriteOptions.Default, Stop).AsTask())).Code);
        await server.CreateAsync(
            new("policy", "v1", "PodDisruptionBudget", "poddisruptionbudgets"), """{"metadata":{"name":"b"},"spec":{"selector":{"matchLabels":{"app":"x"}},"minAvailable":1}}""");
        var eviction = target with { Subresource = "eviction" };
        var refused = await RefusedAsync(() => server.Client.CreateAsync(eviction, "{}"u8.ToArray(), WriteOptions.Default, Stop).AsTask());
        Assert.Equal((429, "TooManyRequests"), (refused.Code, refused.Reason));
        await server.DeleteAsync(new("policy", "v1", "PodDisruptionBudget", "poddisruptionbudgets"), "b");
        await server.Client.CreateAsync(eviction, "{}"u8.ToArray(), WriteOptions.Default, Stop);
        Assert.Null(await server.FindAsync(Pod, "p"));
    }

    [Fact]
    public async Task The_role_of_a_binding_never_changes()
    {
        await using var server = await StartAsync();
        await server.CreateAsync(Binding, """{"metadata":{"name":"b:c"},"roleRef":{"kind":"Role","name":"r"},"subjects":[{"kind":"User","name":"u"}]}""");
        var status = await RefusedAsync(() => server.PatchAsync(Binding, "b:c", """{"roleRef":{"name":"other"}}"""));
        Assert.Contains("cannot change roleRef", status.Message, StringComparison.Ordinal);
        Assert.Contains("subjects[0].kind: Unsupported value: \"Robot\"", (await RefusedAsync(() => server.CreateAsync(
            Binding, """{"metadata":{"name":"x"},"roleRef":{"kind":"Role","name":"r"},"subjects":[{"kind":"Robot","name":"u"}]}"""))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_field_manager_is_short_and_printable()
    {
        await using var server = await StartAsync();
        var status = await RefusedAsync(() => server.CreateAsync(
            ConfigMap, """{"metadata":{"name":"c"}}""", options: new WriteOptions { FieldManager = new string('x', 129) }));
        Assert.Equal(422, status.Code);
        Assert.Equal(422, (await RefusedAsync(() => server.CreateAsync(
            ConfigMap, """{"metadata":{"name":"c"}}""", options: new WriteOptions { FieldValidation = "Maybe" }))).Code);
    }
}
