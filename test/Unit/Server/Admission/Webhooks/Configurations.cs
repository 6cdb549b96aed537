using System.Text.Json.Nodes;
using static Slipway.Unit.Server.Admission.Webhooks.HookedServer;
using static Slipway.Unit.Server.TestServer;

namespace Slipway.Unit.Server.Admission.Webhooks;

/// <summary>Defaults and rules of webhook configurations.</summary>
public sealed class Configurations
{
    private const string Minimal = """
        {"name":"a.example.io","admissionReviewVersions":["v1"],"sideEffects":"None","clientConfig":{"service":{"namespace":"ns","name":"svc"}},
         "rules":[{"operations":["CREATE"],"apiGroups":[""],"apiVersions":["v1"],"resources":["pods"]}]}
        """;

    [Fact]
    public async Task What_is_not_said_is_filled_in()
    {
        await using var server = await TestServer.StartAsync();
        var made = await server.CreateAsync(Mutating, Configuration("MutatingWebhookConfiguration", Minimal));
        var webhook = made.Json["webhooks"]![0]!;
        Assert.Equal(
            ("Fail", "Equivalent", 10, "Never", "*", 443, "{}", "{}"),
            ((string?)webhook["failurePolicy"], (string?)webhook["matchPolicy"], (int)webhook["timeoutSeconds"]!, (string?)webhook["reinvocationPolicy"],
            (string?)webhook["rules"]![0]!["scope"], (int)webhook["clientConfig"]!["service"]!["port"]!,
            webhook["namespaceSelector"]!.ToJsonString(), webhook["objectSelector"]!.ToJsonString()));
        Assert.Equal(1, made.Metadata.Generation);
    }

    [Theory]
    [InlineData("name", "\"short\"", "webhooks[0].name: Invalid value: \"short\": should be a domain with at least three segments separated by dots")]
    [InlineData("sideEffects", "\"Some\"", "webhooks[0].sideEffects: Unsupported value: \"Some\": supported values: \"None\", \"NoneOnDryRun\"")]
    [InlineData("sideEffects", "null", "webhooks[0].sideEffects: Required value: must specify one of None, NoneOnDryRun")]
    [InlineData("admissionReviewVersions", "[]", "webhooks[0].admissionReviewVersions: Required value: must specify one of v1, v1beta1")]
    [InlineData("admissionReviewVersions", "[\"v3\"]", "must include at least one of v1, v1beta1")]
    [InlineData("timeoutSeconds", "31", "webhooks[0].timeoutSeconds: Invalid value: 31: the timeout value must be between 1 and 30 seconds")]
    [InlineData("failurePolicy", "\"Maybe\"", "webhooks[0].failurePolicy: Unsupported value: \"Maybe\"")]
    [InlineData("clientConfig", "{}", "webhooks[0].clientConfig: Required value: exactly one of url or service is required")]
    [InlineData("clientConfig", "{\"url\":\"http://x.io\"}", "webhooks[0].clientConfig.url: Invalid value: \"http\": 'https' is the only allowed URL scheme")]
    [InlineData("clientConfig", "{\"url\":\"https://x.io/?a=b\"}", "query parameters are not permitted in the URL")]
    [InlineData("clientConfig", "{\"service\":{\"namespace\":\"a\",\"name\":\"b\",\"port\":70000}}", "port is not valid: must be between 1 and 65535, inclusive")]
    [InlineData("namespaceSelector", "{\"matchExpressions\":[{\"key\":\"a\",\"operator\":\"Near\"}]}", "webhooks[0].namespaceSelector")]
    [InlineData("rules", "[{\"operations\":[\"*\",\"CREATE\"],\"apiGroups\":[\"\"],\"apiVersions\":[\"v1\"],\"resources\":[\"pods\"]}]", "webhooks[0].rules[0].operations: Invalid value")]
    [InlineData("rules", "[{\"operations\":[\"MAKE\"],\"apiGroups\":[\"\"],\"apiVersions\":[\"v1\"],\"resources\":[\"pods\"]}]", "Unsupported value: \"MAKE\"")]
    [InlineData("rules", "[{\"operations\":[\"CREATE\"],\"apiGroups\":[\"\"],\"apiVersions\":[\"v1\"],\"resources\":[]}]", "webhooks[0].rules[0].resources: Required value")]
    [InlineData("rules", "[{\"operations\":[\"CREATE\"],\"apiGroups\":[\"\"],\"apiVersions\":[\"v1\"],\"resources\":[\"pods\"],\"scope\":\"Here\"}]", "webhooks[0].rules[0].scope: Unsupported value: \"Here\"")]
    [InlineData("matchConditions", "[{\"name\":\"a\",\"expression\":\"object.\"}]", "webhooks[0].matchConditions[0].expression: Invalid value")]
    [InlineData("matchConditions", "[{\"name\":\"\",\"expression\":\"true\"}]", "webhooks[0].matchConditions[0].name: Required value")]
    public async Task What_is_wrong_is_refused_by_its_path(string member, string value, string why)
    {
        await using var server = await TestServer.StartAsync();
        var webhook = JsonNode.Parse(Minimal)!.AsObject();
        webhook[member] = JsonNode.Parse(value);
        var status = await RefusedAsync(() => server.CreateAsync(Validating, Configuration("ValidatingWebhookConfiguration", webhook.ToJsonString())));
        Assert.Equal(422, status.Code);
        Assert.Contains(why, status.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bundle_that_is_no_base64_cannot_be_read_at_all()
    {
        await using var server = await TestServer.StartAsync();
        var webhook = JsonNode.Parse(Minimal)!.AsObject();
        webhook["clientConfig"] = JsonNode.Parse("""{"url":"https://x.io","caBundle":"%%"}""");
        var status = await RefusedAsync(() => server.CreateAsync(Validating, Configuration("ValidatingWebhookConfiguration", webhook.ToJsonString())));
        Assert.Equal(400, status.Code);
        Assert.Contains("illegal base64 data", status.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_webhooks_of_one_name_are_refused()
    {
        await using var server = await TestServer.StartAsync();
        var status = await RefusedAsync(() => server.CreateAsync(Validating, Configuration("ValidatingWebhookConfiguration", Minimal + "," + Minimal)));
        Assert.Contains("webhooks[1].name: Duplicate value: \"a.example.io\"", status.Message, StringComparison.Ordinal);
    }

    private static string Configuration(string kind, string webhooks) =>
        $$"""{"apiVersion":"admissionregistration.k8s.io/v1","kind":"{{kind}}","metadata":{"name":"c"},"webhooks":[{{webhooks}}]}""";
}
