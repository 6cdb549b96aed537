using static Slipway.Unit.Server.Security.SecureServer;

namespace Slipway.Unit.Server.Security;

/// <summary>Questions about who somebody is and what he may do.</summary>
public sealed class Reviews
{
    private const string Authorization = "/apis/authorization.k8s.io/v1/";
    private const string MayReadPods = """[{"apiGroups":[""],"resources":["pods"],"verbs":["get","list"]},{"nonResourceURLs":["/metrics"],"verbs":["get"]}]""";

    [Theory]
    [InlineData("""{"resourceAttributes":{"verb":"get","resource":"pods","namespace":"default"}}""", true)]
    [InlineData("""{"resourceAttributes":{"verb":"delete","resource":"pods","namespace":"default"}}""", false)]
    [InlineData("""{"nonResourceAttributes":{"verb":"get","path":"/metrics"}}""", true)]
    [InlineData("""{"nonResourceAttributes":{"verb":"get","path":"/debug"}}""", false)]
    public async Task Everybody_may_ask_after_himself(string spec, bool allowed)
    {
        await using var server = await SecureServer.StartAsync();
        await server.GrantAsync("jane", MayReadPods);
        var (code, body) = await PostAsync(server.As("jane"), Authorization + "selfsubjectaccessreviews", $$"""{"spec":{{spec}}}""");
        Assert.Equal((201, allowed), (code, (bool)body["status"]!["allowed"]!));
        Assert.Equal("SelfSubjectAccessReview", (string?)body["kind"]);
        Assert.Equal(allowed ? "RBAC: allowed by ClusterRoleBinding \"granted\" of ClusterRole \"granted\" to User \"jane\"" : null, (string?)body["status"]!["reason"]);
    }

    [Fact]
    public async Task Only_some_may_ask_after_others()
    {
        await using var server = await SecureServer.StartAsync();
        await server.GrantAsync("jane", MayReadPods);
        const string question = """{"spec":{"user":"jane","groups":["dev"],"resourceAttributes":{"verb":"list","resource":"pods","namespace":"default"}}}""";
        Assert.Equal(403, (await PostAsync(server.As("jane"), Authorization + "subjectaccessreviews", question)).Code);
        Assert.True((bool)(await PostAsync(server.Admin, Authorization + "subjectaccessreviews", question)).Body["status"]!["allowed"]!);
        Assert.True((bool)(await PostAsync(server.Admin, Authorization + "namespaces/default/localsubjectaccessreviews", question)).Body["status"]!["allowed"]!);
        var elsewhere = await PostAsync(server.Admin, Authorization + "namespaces/kube-system/localsubjectaccessreviews", question);
        Assert.Equal((400, "spec.resourceAttributes.namespace must match namespace: kube-system"), (elsewhere.Code, Message(elsewhere)));
    }

    [Theory]
    [InlineData("""{"user":"jane"}""")]
    [InlineData("""{"user":"jane","resourceAttributes":{},"nonResourceAttributes":{}}""")]
    [InlineData("""{"resourceAttributes":{"verb":"get","resource":"pods"}}""")]
    public async Task A_question_must_be_whole(string spec)
    {
        await using var server = await SecureServer.StartAsync();
        Assert.Equal(422, (await PostAsync(server.Admin, Authorization + "subjectaccessreviews", $$"""{"spec":{{spec}}}""")).Code);
    }

    [Fact]
    public async Task All_rules_of_somebody_are_told()
    {
        await using var server = await SecureServer.StartAsync();
        await server.GrantAsync("jane", MayReadPods);
        var (code, body) = await PostAsync(server.As("jane"), Authorization + "selfsubjectrulesreviews", """{"spec":{"namespace":"default"}}""");
        Assert.Equal(201, code);
        Assert.Contains(body["status"]!["resourceRules"]!.AsArray(), r => (string?)r!["resources"]![0] == "pods");
        Assert.Contains(body["status"]!["nonResourceRules"]!.AsArray(), r => (string?)r!["nonResourceURLs"]![0] == "/metrics");
        Assert.False((bool)body["status"]!["incomplete"]!);
    }

    [Fact]
    public async Task Everybody_may_ask_who_he_is()
    {
        await using var server = await SecureServer.StartAsync();
        var (code, body) = await PostAsync(server.As("jane", "dev"), "/apis/authentication.k8s.io/v1/selfsubjectreviews", "{}");
        Assert.Equal(201, code);
        Assert.Equal("""{"username":"jane","groups":["dev","system:authenticated"]}""", body["status"]!["userInfo"]!.ToJsonString());
    }

    [Fact]
    public async Task Questions_are_in_discovery_and_cannot_be_listed()
    {
        await using var server = await SecureServer.StartAsync();
        var (_, group) = await GetAsync(server.Admin, "/apis/authorization.k8s.io/v1");
        Assert.Contains(group["resources"]!.AsArray(), r => (string?)r!["name"] == "selfsubjectaccessreviews");
        Assert.Equal(405, (await GetAsync(server.Admin, "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews")).Code);
    }
}
