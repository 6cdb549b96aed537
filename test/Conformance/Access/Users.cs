using System.Net;

namespace Slipway.Conformance.Access;

/// <summary>Who asks, and what he may.</summary>
public sealed class Users : Section<Users>
{
    private const string Rbac = "/apis/rbac.authorization.k8s.io/v1";

    [Row("U1")]
    public async Task Certificates()
    {
        var cluster = await SharedAsync();
        using var master = cluster.As("somebody", "system:masters");
        (await SendAsync(master, "GET", "/api/v1/namespaces", body: null)).Is(200);
        using var plain = cluster.As("somebody");
        var refused = (await SendAsync(plain, "GET", "/api/v1/nodes", body: null)).Refused(403, "Forbidden");
        Assert.StartsWith("nodes is forbidden: User \"somebody\" cannot list resource \"nodes\" in API group \"\" at the cluster scope", refused.Message, StringComparison.Ordinal);
        (await SendAsync(plain, "GET", "/apis", body: null)).Is(200);
    }

    [Row("U2")]
    public async Task Bootstrap_tokens()
    {
        (await PostAsync("/api/v1/namespaces/kube-system/secrets", """
            {"apiVersion":"v1","kind":"Secret","metadata":{"name":"bootstrap-token-abcdef"},"type":"bootstrap.kubernetes.io/token",
             "stringData":{"token-id":"abcdef","token-secret":"0123456789abcdef","usage-bootstrap-authentication":"true"}}
            """)).Is(201, 409);
        await UntilAsync(async () => await SendAsync((await SharedAsync()).Nobody, "GET", "/api/v1/nodes", body: null, "Authorization: Bearer abcdef.0123456789abcdef"), a => a.Code == 403);
    }

    [Row("U3")]
    public async Task Tokens_of_service_accounts()
    {
        var space = await SpaceAsync();
        await UntilAsync(() => GetAsync($"/api/v1/namespaces/{space}/serviceaccounts/default"), a => a.Code == 200);
        var path = $"/api/v1/namespaces/{space}/serviceaccounts/default/token";
        var token = (await PostAsync(path, """{"spec":{"expirationSeconds":600}}""")).Is(201).Of("status.token");
        var me = await SendAsync((await SharedAsync()).Nobody, "POST", "/apis/authentication.k8s.io/v1/selfsubjectreviews", "{}", $"Authorization: Bearer {token}");
        Assert.Equal($"system:serviceaccount:{space}:default", me.Is(201).Of("status.userInfo.username"));
        (await PostAsync(path, """{"spec":{"expirationSeconds":5}}""")).Refused(422, "Invalid", "expirationSeconds");
    }

    [Row("U5")]
    public async Task Nobody()
    {
        var nobody = (await SharedAsync()).Nobody;
        foreach (var page in new[] { "/healthz", "/livez", "/readyz", "/version" })
        {
            (await SendAsync(nobody, "GET", page, body: null)).Is(200);
        }

        (await SendAsync(nobody, "GET", "/api", body: null)).Refused(403, "Forbidden", "forbidden: User \"system:anonymous\" cannot get path \"/api\"");
        Assert.StartsWith(
            "nodes is forbidden: User \"system:anonymous\" cannot list resource \"nodes\" in API group \"\" at the cluster scope",
            (await SendAsync(nobody, "GET", "/api/v1/nodes", body: null)).Refused(403, "Forbidden").Message,
            StringComparison.Ordinal);
        (await SendAsync(nobody, "GET", "/healthz", body: null, "Authorization: Bearer bad")).Refused(401, "Unauthorized", "Unauthorized");
    }

    [Row("U6")]
    public async Task Roles_and_bindings()
    {
        var space = await SpaceAsync();
        using var reader = (await SharedAsync()).As($"reader-{space}");
        (await PostAsync($"{Rbac}/namespaces/{space}/roles", """
            {"metadata":{"name":"read"},"rules":[{"apiGroups":[""],"resources":["configmaps"],"verbs":["get","list","watch"],"resourceNames":["a"]},{"apiGroups":["demo.example.io"],"resources":["widgets/status"],"verbs":["*"]}]}
            """)).Is(201);
        (await PostAsync($"{Rbac}/namespaces/{space}/rolebindings", $$$"""
            {"metadata":{"name":"read"},"roleRef":{"apiGroup":"rbac.authorization.k8s.io","kind":"Role","name":"read"},"subjects":[{"kind":"User","name":"reader-{{{space}}}","apiGroup":"rbac.authorization.k8s.io"}]}
            """)).Is(201);
        await PostAsync(ConfigMaps(space), ConfigMap("a"));
        await PostAsync(Widgets(space), Widget("w"));
        await UntilAsync(() => SendAsync(reader, "GET", ConfigMaps(space) + "/a", body: null), a => a.Code == 200);
        (await SendAsync(reader, "GET", ConfigMaps(space) + "?fieldSelector=metadata.name%3Da", body: null)).Is(200);
        (await SendAsync(reader, "GET", ConfigMaps(space), body: null)).Is(403);
        (await SendAsync(reader, "GET", ConfigMaps(space) + "/b", body: null)).Is(403);
        (await SendAsync(reader, "GET", ConfigMaps("default") + "/a", body: null)).Is(403);
        (await SendAsync(reader, "GET", Widgets(space) + "/w/status", body: null)).Is(200);
        (await SendAsync(reader, "GET", Widgets(space) + "/w", body: null)).Is(403);
        (await SendAsync(reader, "GET", ConfigMaps(space) + "?fieldSelector=&fieldSelector=metadata.name%3Da", body: null)).Is(403);
    }

    [Row("U6")]
    public async Task Default_roles_aggregation_and_escalation()
    {
        foreach (var role in new[] { "cluster-admin", "admin", "edit", "view", "system:discovery", "system:basic-user", "system:public-info-viewer" })
        {
            (await GetAsync($"{Rbac}/clusterroles/{role}")).Is(200);
        }

        (await PostAsync($"{Rbac}/clusterroles", """
            {"metadata":{"name":"gadget-view","labels":{"rbac.authorization.k8s.io/aggregate-to-view":"true"}},"rules":[{"apiGroups":["demo.example.io"],"resources":["gadgets"],"verbs":["get"]}]}
            """)).Is(201);
        await UntilAsync(() => GetAsync($"{Rbac}/clusterroles/view"), a => a.Text.Contains("gadgets", StringComparison.Ordinal));
        var space = await SpaceAsync();
        using var editor = (await SharedAsync()).As($"admin-{space}");
        await PostAsync($"{Rbac}/namespaces/{space}/rolebindings", $$$"""
            {"metadata":{"name":"admin"},"roleRef":{"apiGroup":"rbac.authorization.k8s.io","kind":"ClusterRole","name":"admin"},"subjects":[{"kind":"User","name":"admin-{{{space}}}","apiGroup":"rbac.authorization.k8s.io"}]}
            """);
        await UntilAsync(() => SendAsync(editor, "GET", ConfigMaps(space), body: null), a => a.Code == 200);
        (await SendAsync(editor, "POST", $"{Rbac}/namespaces/{space}/roles", """{"metadata":{"name":"more"},"rules":[{"apiGroups":["*"],"resources":["*"],"verbs":["*"]}]}"""))
            .Refused(403, "Forbidden", "is attempting to grant RBAC permissions not currently held");
    }

    [Row("U7")]
    public async Task Reviews()
    {
        const string reviews = "/apis/authorization.k8s.io/v1";
        const string spec = """ "resourceAttributes":{"verb":"get","resource":"pods","namespace":"default"} """;
        Assert.Equal("true", (await PostAsync($"{reviews}/selfsubjectaccessreviews", $$$"""{"spec":{ {{{spec}}} }}""")).Is(201).Of("status.allowed"));
        Assert.Equal("false", (await PostAsync($"{reviews}/subjectaccessreviews", $$$"""{"spec":{"user":"none",{{{spec}}}}}""")).Is(201).Of("status.allowed"));
        Assert.Equal("false", (await PostAsync($"{reviews}/namespaces/default/localsubjectaccessreviews", $$$"""{"metadata":{"namespace":"default"},"spec":{"user":"none",{{{spec}}}}}""")).Is(201).Of("status.allowed"));
        Assert.NotNull((await PostAsync($"{reviews}/selfsubjectrulesreviews", """{"spec":{"namespace":"default"}}""")).Is(201).At("status.resourceRules"));
        Assert.Equal("kubernetes-admin", (await PostAsync("/apis/authentication.k8s.io/v1/selfsubjectreviews", "{}")).Is(201).Of("status.userInfo.username"));
        Assert.Equal("false", (await PostAsync("/apis/authentication.k8s.io/v1/tokenreviews", """{"spec":{"token":"bad"}}""")).Is(201).Of("status.authenticated") is "" or "false" ? "false" : "true");
    }

    [Row("U8")]
    public async Task Impersonation()
    {
        (await GetAsync("/api/v1/nodes", "Impersonate-User: somebody")).Refused(403, "Forbidden", "User \"somebody\" cannot list resource \"nodes\"");
        (await GetAsync("/api/v1/nodes", "Impersonate-User: somebody", "Impersonate-Group: system:masters")).Is(200);
        using var plain = (await SharedAsync()).As("plain");
        (await SendAsync(plain, "GET", "/api/v1/nodes", body: null, "Impersonate-User: other")).Refused(403, "Forbidden", "cannot impersonate resource \"users\"");
        (await GetAsync("/api/v1/nodes", "Impersonate-Group: x")).Is(400, 500);
    }

    [Row("U1")]
    public async Task A_stranger_is_nobody()
    {
        var cluster = await SharedAsync();
        await using var other = await Cluster.StartAsync();
        using var handler = new SocketsHttpHandler();
        Assert.NotEqual(cluster.Address, other.Address);
        using var stranger = other.As("kubernetes-admin", "system:masters");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(cluster.Address, "/version"));
        var refused = await Record.ExceptionAsync(() => stranger.SendAsync(request, Stop));
        Assert.IsType<HttpRequestException>(refused);
        Assert.NotEqual(HttpStatusCode.OK, (refused as HttpRequestException)?.StatusCode);
    }
}
