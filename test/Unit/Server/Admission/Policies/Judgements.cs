using Slipway.Machinery.Objects;
using static Slipway.Unit.Server.TestServer;

namespace Slipway.Unit.Server.Admission.Policies;

/// <summary>What validating admission policies forbid.</summary>
public sealed class Judgements
{
    private static readonly ResourceType Policy =
        new("admissionregistration.k8s.io", "v1", "ValidatingAdmissionPolicy", "validatingadmissionpolicies", Namespaced: false);

    private static readonly ResourceType Binding =
        new("admissionregistration.k8s.io", "v1", "ValidatingAdmissionPolicyBinding", "validatingadmissionpolicybindings", Namespaced: false);

    [Fact]
    public async Task A_write_that_breaks_a_policy_is_refused_with_its_words()
    {
        await using var server = await StartAsync();
        await PutAsync(server, """ "validations":[{"expression":"object.spec.replicas <= 5"}]""");
        await server.CreateWidgetAsync("free", """{"replicas":9}""");
        await BindAsync(server, """ "validationActions":["Deny"]""");
        await server.CreateWidgetAsync("small", """{"replicas":5}""");
        var status = await RefusedAsync(() => server.CreateWidgetAsync("large", """{"replicas":6}"""));
        Assert.Equal(
            (422, "Invalid", "widgets.demo.example.io \"large\" is forbidden: ValidatingAdmissionPolicy 'p' with binding 'b' denied request: failed expression: object.spec.replicas <= 5"),
            (status.Code, status.Reason, status.Message));
        await server.DeleteAsync(Binding, "b");
        await server.CreateWidgetAsync("large", """{"replicas":6}""");
    }

    [Fact]
    public async Task Variables_messages_and_reasons_are_those_of_the_policy()
    {
        await using var server = await StartAsync();
        await PutAsync(server, """"
            "variables":[{"name":"count","expression":"object.spec.replicas"},{"name":"twice","expression":"variables.count * 2"}],
            "validations":[{"expression":"variables.twice < 10","messageExpression":"'twice is ' + string(variables.twice)","reason":"Forbidden"}]
            """");
        await BindAsync(server, """ "validationActions":["Deny"]""");
        var status = await RefusedAsync(() => server.CreateWidgetAsync("a", """{"replicas":5}"""));
        Assert.Equal((403, "Forbidden"), (status.Code, status.Reason));
        Assert.EndsWith("denied request: twice is 10", status.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parameters_come_from_the_object_that_the_binding_names()
    {
        await using var server = await StartAsync();
        await PutAsync(server, """"
            "paramKind":{"apiVersion":"v1","kind":"ConfigMap"},
            "validations":[{"expression":"object.spec.replicas <= int(params.data.most)"}]
            """");
        await BindAsync(server, """ "validationActions":["Deny"],"paramRef":{"name":"limits","namespace":"default","parameterNotFoundAction":"Deny"}""");
        Assert.Contains("no params found", (await RefusedAsync(() => server.CreateWidgetAsync("a", """{"replicas":1}"""))).Message, StringComparison.Ordinal);
        await server.CreateAsync(ConfigMap, """{"metadata":{"name":"limits"},"data":{"most":"3"}}""");
        await server.CreateWidgetAsync("a", """{"replicas":3}""");
        await RefusedAsync(() => server.CreateWidgetAsync("b", """{"replicas":4}"""));
    }

    [Fact]
    public async Task A_binding_that_warns_lets_the_write_pass()
    {
        await using var server = await StartAsync(o => o with { Listen = true });
        await PutAsync(server, """ "validations":[{"expression":"false","message":"think again"}]""");
        await BindAsync(server, """ "validationActions":["Warn","Audit"]""");
        using var client = AdminHttp.Connect(server.Server);
        using var body = new StringContent(
            """{"apiVersion":"demo.example.io/v1","kind":"Widget","metadata":{"name":"a"},"spec":{}}""", System.Text.Encoding.UTF8, "application/json");
        using var response = await client.PostAsync(new Uri("/apis/demo.example.io/v1/namespaces/default/widgets", UriKind.Relative), body, Stop);
        Assert.Equal(System.Net.HttpStatusCode.Created, response.StatusCode);
        Assert.Equal(
            ["299 - \"Validation failed for ValidatingAdmissionPolicy 'p' with binding 'b': think again\""], response.Headers.GetValues("Warning"));
    }

    [Theory]
    [InlineData("Fail", false)]
    [InlineData("Ignore", true)]
    public async Task An_expression_that_fails_leads_to_the_failure_policy(string policy, bool passes)
    {
        await using var server = await StartAsync();
        await PutAsync(server, $$""""
            "failurePolicy":"{{policy}}","validations":[{"expression":"object.spec.nothing == 'x'"}]
            """");
        await BindAsync(server, """ "validationActions":["Deny"]""");
        if (passes)
        {
            await server.CreateWidgetAsync("a");
        }
        else
        {
            Assert.Contains("resulted in error", (await RefusedAsync(() => server.CreateWidgetAsync("a"))).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Conditions_selectors_and_names_narrow_a_policy()
    {
        await using var server = await StartAsync();
        await PutAsync(server, """"
            "matchConditions":[{"name":"noted","expression":"has(object.spec.note)"}],"validations":[{"expression":"false"}]
            """");
        await BindAsync(server, """ "validationActions":["Deny"],"matchResources":{"objectSelector":{"matchLabels":{"strict":"yes"}}}""");
        await server.CreateWidgetAsync("a", """{"note":"x"}""");
        await server.CreateWidgetAsync("b", "{}", "\"labels\":{\"strict\":\"yes\"}");
        await RefusedAsync(() => server.CreateWidgetAsync("c", """{"note":"x"}""", "\"labels\":{\"strict\":\"yes\"}"));
    }

    [Fact]
    public async Task A_policy_that_does_not_compile_and_a_binding_without_action_are_refused()
    {
        await using var server = await StartAsync();
        Assert.Contains(
            "spec.validations[0].expression: Invalid value",
            (await RefusedAsync(() => PutAsync(server, """ "validations":[{"expression":"object."}]"""))).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "must evaluate to bool",
            (await RefusedAsync(() => PutAsync(server, """ "validations":[{"expression":"1 + 1"}]"""))).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "spec.validationActions: Required value",
            (await RefusedAsync(() => BindAsync(server, """ "validationActions":[]"""))).Message,
            StringComparison.Ordinal);
    }

    private static Task PutAsync(TestServer server, string spec) => server.CreateAsync(
        Policy,
        $$$""""
        {"apiVersion":"admissionregistration.k8s.io/v1","kind":"ValidatingAdmissionPolicy","metadata":{"name":"p"},
         "spec":{"matchConstraints":{"resourceRules":[{"operations":["CREATE","UPDATE"],"apiGroups":["demo.example.io"],"apiVersions":["v1"],"resources":["widgets"]}]},
          {{{spec}}}}}
        """");

    private static Task BindAsync(TestServer server, string spec) => server.CreateAsync(
        Binding,
        $$$""""
        {"apiVersion":"admissionregistration.k8s.io/v1","kind":"ValidatingAdmissionPolicyBinding","metadata":{"name":"b"},
         "spec":{"policyName":"p",{{{spec}}}}}
        """");
}
