using System.Text;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;
using static Slipway.Unit.Server.TestServer;

namespace Slipway.Unit.Server.Admission;

/// <summary>Bodies of built-in kinds are held against the kinds' types as a decoder into them would.</summary>
public sealed class Shapes
{
    private static readonly ResourceType Deployment = new("apps", "v1", "Deployment", "deployments");
    private static readonly ResourceType Service = new("", "v1", "Service", "services");
    private static readonly ResourceType Ingress = new("networking.k8s.io", "v1", "Ingress", "ingresses");

    public static TheoryData<string, string> Undecodable => new()
    {
        { """{"spec":{"replicas":"3"}}""", "json: cannot unmarshal string into Go struct field DeploymentSpec.spec.replicas of type int32" },
        { """{"spec":{"replicas":1.5}}""", "json: cannot unmarshal number 1.5 into Go struct field DeploymentSpec.spec.replicas of type int32" },
        { """{"spec":{"replicas":3000000000}}""", "json: cannot unmarshal number 3000000000 into Go struct field DeploymentSpec.spec.replicas of type int32" },
        { """{"spec":[]}""", "json: cannot unmarshal array into Go struct field Deployment.spec of type v1.DeploymentSpec" },
        { """{"spec":{"template":{"spec":{"containers":[{"image":1}]}}}}""", "json: cannot unmarshal number into Go struct field Container.spec.template.spec.containers.image of type string" },
        { """{"spec":{"template":{"spec":{"containers":{}}}}}""", "json: cannot unmarshal object into Go struct field PodSpec.spec.template.spec.containers of type []v1.Container" },
        { """{"spec":{"template":{"spec":{"nodeSelector":{"a":true}}}}}""", "json: cannot unmarshal bool into Go struct field PodSpec.spec.template.spec.nodeSelector of type string" },
        { """{"spec":{"template":{"spec":{"containers":[{"resources":{"limits":{"cpu":"lots"}}}]}}}}""", "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'" },
    };

    [Theory]
    [MemberData(nameof(Undecodable))]
    public async Task A_value_of_a_wrong_type_cannot_be_decoded(string body, string fault)
    {
        await using var server = await StartAsync();
        var status = await RefusedAsync(() => server.CreateAsync(Deployment, body));
        Assert.Equal((400, "BadRequest"), (status.Code, status.Reason));
        Assert.Equal($"Deployment in version \"v1\" cannot be handled as a Deployment: {fault}", status.Message);
    }

    [Fact]
    public async Task Secrets_hold_base64()
    {
        await using var server = await StartAsync();
        var status = await RefusedAsync(() => server.CreateAsync(Secret, """{"metadata":{"name":"s"},"data":{"a":"not base64!"}}"""));
        Assert.Equal("Secret in version \"v1\" cannot be handled as a Secret: illegal base64 data at input byte 3", status.Message);
    }

    [Fact]
    public async Task Unknown_fields_are_refused_told_or_dropped()
    {
        await using var server = await StartAsync();
        const string body = """
            {"metadata":{"name":"d"},"bogus":1,"spec":{"selector":{"matchLabels":{"a":"b"}},"replica":2,
             "template":{"metadata":{"labels":{"a":"b"},"label":{}},"spec":{"containers":[{"name":"c","imagee":"i"}],"volumes":[{"name":"v","emptyDirr":{}}]}}}}
            """;
        const string unknown = "unknown field \"bogus\", unknown field \"spec.replica\", unknown field \"spec.template.metadata.label\", "
            + "unknown field \"spec.template.spec.containers[0].imagee\", unknown field \"spec.template.spec.volumes[0].emptyDirr\"";
        var status = await RefusedAsync(() => server.CreateAsync(Deployment, body, options: WriteOptions.Default with { FieldValidation = "Strict" }));
        Assert.Equal($"Deployment in version \"v1\" cannot be handled as a Deployment: strict decoding error: {unknown}", status.Message);
        var made = await server.CreateAsync(Deployment, body, options: WriteOptions.Default with { FieldValidation = "Ignore" });
        Assert.Equal("""[{"name":"v"}]""", made.At("spec", "template", "spec", "volumes")!.ToJsonString());
        Assert.Null(made.At("bogus"));
    }

    [Fact]
    public async Task Nothing_is_lost_that_the_type_knows()
    {
        await using var server = await StartAsync();
        var made = await server.CreateAsync(Service, """
            {"metadata":{"name":"s"},"spec":{"ports":[{"port":80,"targetPort":"http","appProtocol":null}],"trafficDistribution":"PreferClose","publishNotReadyAddresses":false}}
            """);
        Assert.Equal("http", (string?)made.At("spec", "ports")![0]!["targetPort"]);
        Assert.False(made.At("spec", "ports")![0]!.AsObject().ContainsKey("appProtocol"));
        Assert.Equal("PreferClose", (string?)made.At("spec", "trafficDistribution"));
    }

    [Fact]
    public async Task What_must_be_there_and_closed_sets_are_checked()
    {
        await using var server = await StartAsync();
        var status = await RefusedAsync(() => server.CreateAsync(Ingress, """
            {"metadata":{"name":"i"},"spec":{"rules":[{"http":{"paths":[{"path":"/","pathType":"Exactly","backend":{"service":{"port":{"number":80}}}}]}}]}}
            """));
        Assert.Equal(422, status.Code);
        Assert.Contains("spec.rules[0].http.paths[0].backend.service.name: Required value", status.Message, StringComparison.Ordinal);
        Assert.Contains(
            "spec.rules[0].http.paths[0].pathType: Unsupported value: \"Exactly\": supported values: \"Exact\", \"ImplementationSpecific\", \"Prefix\"",
            status.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_of_every_built_in_kind_merge_by_their_keys()
    {
        await using var server = await StartAsync();
        await server.CreateAsync(Service, """{"metadata":{"name":"s"},"spec":{"ports":[{"name":"a","port":80},{"name":"b","port":81}]}}""");
        var patched = await server.PatchAsync(
            Service, "s", """{"spec":{"ports":[{"port":81,"name":"c"},{"port":80,"$patch":"delete"}]}}""", PatchType.StrategicMerge);
        Assert.Contains("\"name\":\"c\"", patched.At("spec", "ports")!.ToJsonString(), StringComparison.Ordinal);
        Assert.Single(patched.At("spec", "ports")!.AsArray());
        var node = new ResourceType("", "v1", "Node", "nodes", Namespaced: false);
        await server.CreateAsync(node, """{"metadata":{"name":"n"},"spec":{"taints":[{"key":"a","effect":"NoSchedule"}]}}""");
        var status = Encoding.UTF8.GetString((await server.Client.PatchAsync(
            new ObjectTarget(node, "", "n", "status"),
            new Patch(PatchType.StrategicMerge, """{"status":{"conditions":[{"type":"Ready","status":"True"}],"$setElementOrder/conditions":[{"type":"Ready"}]}}"""u8.ToArray()),
            WriteOptions.Default with { DryRun = true },
            Stop)).Span);
        Assert.Contains("\"Ready\"", status, StringComparison.Ordinal);
    }
}
