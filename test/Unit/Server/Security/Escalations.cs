using static Slipway.Unit.Server.Security.SecureServer;

namespace Slipway.Unit.Server.Security;

/// <summary>Nobody gives away what is not his.</summary>
public sealed class Escalations
{
    private const string MayWriteRoles = """{"apiGroups":["rbac.authorization.k8s.io"],"resources":["roles","rolebindings","clusterroles","clusterrolebindings"],"verbs":["create","update","patch","get"]}""";
    private const string MayReadPods = """{"apiGroups":[""],"resources":["pods"],"verbs":["get"]}""";

    [Fact]
    public async Task A_role_is_made_of_what_its_maker_has()
    {
        await using var server = await SecureServer.StartAsync();
        await server.GrantAsync("jane", $"[{MayWriteRoles},{MayReadPods}]");
        var jane = server.As("jane", "dev");
        Assert.Equal(201, (await PostAsync(jane, Rbac("clusterroles"), $$"""{"metadata":{"name":"less"},"rules":[{{MayReadPods}}]}""")).Code);
        var refused = await PostAsync(jane, Rbac("clusterroles"), """{"metadata":{"name":"more"},"rules":[{"apiGroups":[""],"resources":["pods"],"verbs":["get","delete"]}]}""");
        Assert.Equal(403, refused.Code);
        Assert.Equal(
            "clusterroles.rbac.authorization.k8s.io \"more\" is forbidden: user \"jane\" (groups=[\"dev\" \"system:authenticated\"]) is attempting to grant RBAC permissions not currently held:\n{APIGroups:[\"\"], Resources:[\"pods\"], Verbs:[\"delete\"]}",
            Message(refused));
    }

    [Theory]
    [InlineData("patch", 403)]
    [InlineData("patch\",\"create", 201)]
    public async Task Applying_makes_an_object_only_for_who_may_create_it(string verbs, int code)
    {
        await using var server = await SecureServer.StartAsync();
        await server.GrantAsync("jane", $$"""[{"apiGroups":[""],"resources":["configmaps"],"verbs":["{{verbs}}"]}]""");
        using var request = new HttpRequestMessage(HttpMethod.Patch, "/api/v1/namespaces/default/configmaps/m?fieldManager=jane")
        {
            Content = new StringContent("""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"m"}}""", new System.Net.Http.Headers.MediaTypeHeaderValue("application/apply-patch+yaml")),
        };
        using var answer = await server.As("jane").SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(code, (int)answer.StatusCode);
        Assert.Equal(
            code == 403,
            text.Contains("configmaps \\\"m\\\" is forbidden: User \\\"jane\\\" cannot create resource \\\"configmaps\\\" in API group \\\"\\\" in the namespace \\\"default\\\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_role_cannot_be_changed_into_more_either()
    {
        await using var server = await SecureServer.StartAsync();
        await server.GrantAsync("jane", $"[{MayWriteRoles},{MayReadPods}]");
        var jane = server.As("jane");
        await server.MakeAsync(Rbac("namespaces/default/roles"), $$"""{"metadata":{"name":"r"},"rules":[{{MayReadPods}}]}""");
        var path = Rbac("namespaces/default/roles/r");
        Assert.Equal(403, (await AskAsync(jane, HttpMethod.Patch, path, """{"rules":[{"apiGroups":["*"],"resources":["*"],"verbs":["*"]}]}""")).Code);
        Assert.Equal(200, (await AskAsync(jane, HttpMethod.Patch, path, """{"metadata":{"labels":{"a":"b"}}}""")).Code);
        Assert.Equal(403, (await AskAsync(jane, HttpMethod.Put, path, """{"metadata":{"name":"r"},"rules":[{"apiGroups":["*"],"resources":["*"],"verbs":["*"]}]}""")).Code);
    }

    [Fact]
    public async Task Who_may_escalate_may_make_any_role()
    {
        await using var server = await SecureServer.StartAsync();
        await server.GrantAsync("jane", $$"""[{{MayWriteRoles}},{"apiGroups":["rbac.authorization.k8s.io"],"resources":["clusterroles"],"verbs":["escalate"]}]""");
        Assert.Equal(201, (await PostAsync(server.As("jane"), Rbac("clusterroles"), """{"metadata":{"name":"more"},"rules":[{"apiGroups":["*"],"resources":["*"],"verbs":["*"]}]}""")).Code);
    }

    [Fact]
    public async Task Only_who_has_everything_may_let_a_role_gather_others()
    {
        await using var server = await SecureServer.StartAsync();
        await server.GrantAsync("jane", $"[{MayWriteRoles}]");
        const string gathering = """{"metadata":{"name":"all"},"aggregationRule":{"clusterRoleSelectors":[{"matchLabels":{"a":"b"}}]}}""";
        Assert.Equal(403, (await PostAsync(server.As("jane"), Rbac("clusterroles"), gathering)).Code);
        Assert.Equal(201, (await PostAsync(server.As("root", "kubeadm:cluster-admins"), Rbac("clusterroles"), gathering)).Code);
    }

    [Theory]
    [InlineData("", 403)]
    [InlineData(""",{"apiGroups":["rbac.authorization.k8s.io"],"resources":["clusterroles"],"verbs":["bind"],"resourceNames":["cluster-admin"]}""", 201)]
    [InlineData(""",{"apiGroups":["rbac.authorization.k8s.io"],"resources":["clusterroles"],"verbs":["bind"],"resourceNames":["edit"]}""", 403)]
    public async Task A_role_is_bound_by_who_has_it_or_may_bind_it(string more, int code)
    {
        await using var server = await SecureServer.StartAsync();
        await server.GrantAsync("jane", $"[{MayWriteRoles}{more}]");
        var jane = server.As("jane");
        Assert.Equal(code, (await PostAsync(jane, Rbac("clusterrolebindings"), Bind("cluster-admin"))).Code);
        Assert.Equal(201, (await PostAsync(jane, Rbac("clusterrolebindings"), Bind("granted"))).Code);
    }

    [Fact]
    public async Task A_role_that_is_not_there_cannot_be_judged()
    {
        await using var server = await SecureServer.StartAsync();
        await server.GrantAsync("jane", $"[{MayWriteRoles}]");
        var refused = await PostAsync(server.As("jane"), Rbac("clusterrolebindings"), Bind("gone"));
        Assert.Equal((404, "clusterroles.rbac.authorization.k8s.io \"gone\" not found"), (refused.Code, Message(refused)));
    }

    private static string Bind(string role) =>
        $$"""{"metadata":{"name":"b-{{role}}"},"roleRef":{"kind":"ClusterRole","name":"{{role}}"},"subjects":[{"kind":"User","name":"jane"}]}""";
}
