using static Slipway.Unit.Server.Security.SecureServer;

namespace Slipway.Unit.Server.Security;

/// <summary>Roles and bindings over HTTPS, with real client certificates.</summary>
public sealed class Permissions
{
    [Fact]
    public async Task A_role_gives_what_it_says_and_no_more_from_the_moment_it_is_bound()
    {
        await using var server = await SecureServer.StartAsync();
        var jane = server.As("jane", "dev");
        var refused = await GetAsync(jane, "/api/v1/namespaces/default/configmaps");
        Assert.Equal((403, "configmaps is forbidden: User \"jane\" cannot list resource \"configmaps\" in API group \"\" in the namespace \"default\""), (refused.Code, Message(refused)));
        await server.MakeAsync(Rbac("namespaces/default/roles"), """{"metadata":{"name":"reader"},"rules":[{"apiGroups":[""],"resources":["configmaps"],"verbs":["get","list"]}]}""");
        await server.MakeAsync(Rbac("namespaces/default/rolebindings"), """{"metadata":{"name":"r"},"roleRef":{"kind":"Role","name":"reader"},"subjects":[{"kind":"Group","name":"dev"}]}""");
        Assert.Equal(200, (await GetAsync(jane, "/api/v1/namespaces/default/configmaps")).Code);
        Assert.Equal(403, (await GetAsync(jane, "/api/v1/namespaces/kube-system/configmaps")).Code);
        Assert.Equal(403, (await PostAsync(jane, "/api/v1/namespaces/default/configmaps", """{"metadata":{"name":"x"}}""")).Code);
        Assert.Equal(403, (await GetAsync(jane, "/api/v1/namespaces/default/configmaps?watch=true")).Code);
        await AskAsync(server.Admin, HttpMethod.Delete, Rbac("namespaces/default/rolebindings/r"), null);
        Assert.Equal(403, (await GetAsync(jane, "/api/v1/namespaces/default/configmaps")).Code);
    }

    [Fact]
    public async Task A_list_may_be_allowed_for_one_name()
    {
        await using var server = await SecureServer.StartAsync();
        var jane = server.As("jane");
        await server.GrantAsync("jane", """[{"apiGroups":[""],"resources":["configmaps"],"verbs":["list"],"resourceNames":["kube-root-ca.crt"]}]""");
        Assert.Equal(200, (await GetAsync(jane, "/api/v1/namespaces/default/configmaps?fieldSelector=metadata.name%3Dkube-root-ca.crt")).Code);
        Assert.Equal(403, (await GetAsync(jane, "/api/v1/namespaces/default/configmaps?fieldSelector=metadata.name%3Dother")).Code);
        Assert.Equal(403, (await GetAsync(jane, "/api/v1/namespaces/default/configmaps")).Code);
    }

    [Fact]
    public async Task A_binding_to_nothing_is_told_with_the_refusal()
    {
        await using var server = await SecureServer.StartAsync();
        await server.MakeAsync(Rbac("clusterrolebindings"), """{"metadata":{"name":"r"},"roleRef":{"kind":"ClusterRole","name":"gone"},"subjects":[{"kind":"User","name":"jane"}]}""");
        var refused = await GetAsync(server.As("jane"), "/api/v1/nodes");
        Assert.Equal(
            "nodes is forbidden: User \"jane\" cannot list resource \"nodes\" in API group \"\" at the cluster scope: RBAC: clusterrole.rbac.authorization.k8s.io \"gone\" not found",
            Message(refused));
    }

    [Theory]
    [InlineData("/api/v1/nodes", "nodes is forbidden: User \"system:anonymous\" cannot list resource \"nodes\" in API group \"\" at the cluster scope")]
    [InlineData("/apis", "forbidden: User \"system:anonymous\" cannot get path \"/apis\"")]
    [InlineData("/.well-known/openid-configuration", "forbidden: User \"system:anonymous\" cannot get path \"/.well-known/openid-configuration\"")]
    public async Task Nobody_sees_little(string path, string message)
    {
        await using var server = await SecureServer.StartAsync();
        var refused = await GetAsync(server.Nobody, path);
        Assert.Equal((403, message), (refused.Code, Message(refused)));
    }

    [Fact]
    public async Task Nobody_sees_nothing_where_that_is_wished()
    {
        await using var server = await SecureServer.StartAsync(o => o with { Access = o.Access with { Anonymous = false } });
        var refused = await GetAsync(server.Nobody, "/healthz");
        Assert.Equal((401, "Unauthorized"), (refused.Code, Message(refused)));
        Assert.Equal(200, (await GetAsync(server.As("jane"), "/healthz")).Code);
    }

    [Fact]
    public async Task The_administrators_of_kubeadm_may_everything()
    {
        await using var server = await SecureServer.StartAsync();
        var admin = server.As("kubernetes-admin", "kubeadm:cluster-admins");
        Assert.Equal(200, (await GetAsync(admin, "/api/v1/nodes")).Code);
        Assert.Equal(201, (await PostAsync(admin, Rbac("clusterroles"), """{"metadata":{"name":"x"},"rules":[{"apiGroups":["*"],"resources":["*"],"verbs":["*"]}]}""")).Code);
    }

    [Fact]
    public async Task Roles_that_take_up_others_follow_them()
    {
        await using var server = await SecureServer.StartAsync();
        await server.MakeAsync(Rbac("namespaces/default/rolebindings"), """{"metadata":{"name":"r"},"roleRef":{"kind":"ClusterRole","name":"admin"},"subjects":[{"kind":"User","name":"jane"}]}""");
        var jane = server.As("jane");
        Assert.Equal(404, (await GetAsync(jane, "/api/v1/namespaces/default/pods/none")).Code);
        Assert.Equal(403, (await GetAsync(jane, "/apis/coordination.k8s.io/v1/namespaces/kube-system/leases/none")).Code);
        Assert.Equal(403, (await GetAsync(jane, "/apis/storage.k8s.io/v1/storageclasses/none")).Code);
        var role = await server.MakeAsync(
            Rbac("clusterroles"),
            """{"metadata":{"name":"more","labels":{"rbac.authorization.k8s.io/aggregate-to-view":"true"}},"rules":[{"apiGroups":["demo"],"resources":["things"],"verbs":["get"]}]}""");
        Assert.NotNull(role);

        // Three roles follow one after the other; each is a change that can be waited for.
        await UntilAsync(server, "admin", text => text.Contains("things", StringComparison.Ordinal));
    }

    private static async Task UntilAsync(SecureServer server, string role, Predicate<string> holds)
    {
        var target = new Slipway.Machinery.Objects.ResourceType("rbac.authorization.k8s.io", "v1", "ClusterRole", "clusterroles", Namespaced: false);
        var list = await server.Server.Client.ListAsync(new Slipway.Runtime.Clients.ListRequest(target) { FieldSelector = "metadata.name=" + role }, Stop);
        if (list.Items.Any(i => holds(System.Text.Encoding.UTF8.GetString(i.Span))))
        {
            return;
        }

        var watch = new Slipway.Runtime.Clients.WatchRequest(target, list.ResourceVersion) { FieldSelector = "metadata.name=" + role };
        await foreach (var change in server.Server.Client.WatchAsync(watch, Stop))
        {
            if (holds(System.Text.Encoding.UTF8.GetString(change.Object.Span)))
            {
                return;
            }
        }
    }
}
