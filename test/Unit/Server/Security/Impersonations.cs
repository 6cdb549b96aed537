using static Slipway.Unit.Server.Security.SecureServer;

namespace Slipway.Unit.Server.Security;

/// <summary>Speaking in another's name.</summary>
public sealed class Impersonations
{
    private const string Who = "/apis/authentication.k8s.io/v1/selfsubjectreviews";

    [Fact]
    public async Task An_administrator_may_be_anybody()
    {
        await using var server = await SecureServer.StartAsync();
        var (code, body) = await PostAsync(
            server.Admin, Who, "{}", ("Impersonate-User", "bob"), ("Impersonate-Group", "dev"), ("Impersonate-Uid", "7"), ("Impersonate-Extra-Scopes%2fa", "view"));
        Assert.Equal(201, code);
        Assert.Equal(
            """{"username":"bob","uid":"7","groups":["dev","system:authenticated"],"extra":{"scopes/a":["view"]}}""", body["status"]!["userInfo"]!.ToJsonString());
        Assert.Equal(403, (await GetAsync(server.Admin, "/api/v1/nodes", ("Impersonate-User", "bob"))).Code);
    }

    [Fact]
    public async Task A_service_account_comes_with_its_groups_and_nobody_as_nobody()
    {
        await using var server = await SecureServer.StartAsync();
        var (_, body) = await PostAsync(server.Admin, Who, "{}", ("Impersonate-User", "system:serviceaccount:default:robot"));
        Assert.Equal("""["system:serviceaccounts","system:serviceaccounts:default","system:authenticated"]""", body["status"]!["userInfo"]!["groups"]!.ToJsonString());
        var nobody = await GetAsync(server.Admin, "/apis", ("Impersonate-User", "system:anonymous"));
        Assert.Equal("forbidden: User \"system:anonymous\" cannot get path \"/apis\"", Message(nobody));
    }

    [Theory]
    [InlineData("""[{"apiGroups":[""],"resources":["users"],"verbs":["impersonate"],"resourceNames":["bob"]}]""", "", 201, "")]
    [InlineData("""[{"apiGroups":[""],"resources":["users"],"verbs":["impersonate"],"resourceNames":["eve"]}]""", "", 403, "users \"bob\" is forbidden: User \"jane\" cannot impersonate resource \"users\" in API group \"\" at the cluster scope")]
    [InlineData("""[{"apiGroups":[""],"resources":["users"],"verbs":["impersonate"]}]""", "Impersonate-Group=ops", 403, "groups \"ops\" is forbidden: User \"jane\" cannot impersonate resource \"groups\" in API group \"\" at the cluster scope")]
    [InlineData("""[{"apiGroups":["","authentication.k8s.io"],"resources":["users","userextras/scopes"],"verbs":["impersonate"]}]""", "Impersonate-Extra-Scopes=view", 201, "")]
    [InlineData("""[{"apiGroups":[""],"resources":["users"],"verbs":["impersonate"]}]""", "Impersonate-Uid=7", 403, "uids.authentication.k8s.io \"7\" is forbidden: User \"jane\" cannot impersonate resource \"uids\" in API group \"authentication.k8s.io\" at the cluster scope")]
    public async Task Others_need_the_permission_for_each_thing_they_claim(string rules, string header, int code, string message)
    {
        await using var server = await SecureServer.StartAsync();
        await server.GrantAsync("jane", rules);
        (string, string)[] more = header.Length == 0 ? [] : [(header.Split('=')[0], header.Split('=')[1])];
        var answer = await PostAsync(server.As("jane"), Who, "{}", [("Impersonate-User", "bob"), .. more]);
        Assert.Equal(code, answer.Code);
        Assert.Equal(message, Message(answer) ?? "");
    }

    [Fact]
    public async Task A_group_without_a_user_is_a_mistake()
    {
        await using var server = await SecureServer.StartAsync();
        Assert.Equal(400, (await GetAsync(server.Admin, "/apis", ("Impersonate-Group", "dev"))).Code);
    }
}
