using System.Text;
using Slipway.Server.Security;
using Slipway.Server.Security.Tokens;
using static Slipway.Unit.Server.Security.SecureServer;

namespace Slipway.Unit.Server.Security;

/// <summary>Bootstrap tokens and the owner's own.</summary>
public sealed class OtherTokens
{
    private const string Who = "/apis/authentication.k8s.io/v1/selfsubjectreviews";

    [Fact]
    public async Task A_joining_node_is_known_by_its_token()
    {
        await using var server = await SecureServer.StartAsync();
        await MakeAsync(server, ("auth-extra-groups", "system:bootstrappers:kubeadm:default-node-token"));
        var (code, body) = await PostAsync(server.WithToken("abcdef.0123456789abcdef"), Who, "{}");
        Assert.Equal(201, code);
        Assert.Equal(
            """{"username":"system:bootstrap:abcdef","groups":["system:bootstrappers","system:bootstrappers:kubeadm:default-node-token","system:authenticated"]}""",
            body["status"]!["userInfo"]!.ToJsonString());
    }

    [Theory]
    [InlineData("token-secret", "0123456789abcdeg")]
    [InlineData("token-id", "abcdeg")]
    [InlineData("usage-bootstrap-authentication", "false")]
    [InlineData("auth-extra-groups", "system:masters")]
    [InlineData("expiration", "2000-01-01T00:00:00Z")]
    [InlineData("expiration", "some day")]
    public async Task A_token_that_is_not_quite_right_is_refused(string name, string value)
    {
        await using var server = await SecureServer.StartAsync();
        await MakeAsync(server, (name, value));
        Assert.Equal(401, (await GetAsync(server.WithToken("abcdef.0123456789abcdef"), "/healthz")).Code);
    }

    [Fact]
    public async Task A_token_ends_with_its_time()
    {
        await using var server = await SecureServer.StartAsync();
        await MakeAsync(server, ("expiration", server.Time.GetUtcNow().AddHours(1).ToString("yyyy-MM-ddTHH:mm:ssZ", null)));
        var client = server.WithToken("abcdef.0123456789abcdef");
        Assert.Equal(200, (await GetAsync(client, "/healthz")).Code);
        server.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(401, (await GetAsync(client, "/healthz")).Code);
    }

    [Fact]
    public async Task The_owner_hands_out_tokens_by_himself()
    {
        var tokens = StaticToken.Parse("# ours\nsecret-1,jane,7,\"dev,ops\"\nsecret-2,root,8,system:masters\n");
        await using var server = await SecureServer.StartAsync(o => o with { Access = o.Access with { StaticTokens = tokens } });
        var (_, body) = await PostAsync(server.WithToken("secret-1"), Who, "{}");
        Assert.Equal("""{"username":"jane","uid":"7","groups":["dev","ops","system:authenticated"]}""", body["status"]!["userInfo"]!.ToJsonString());
        Assert.Equal(200, (await GetAsync(server.WithToken("secret-2"), "/api/v1/nodes")).Code);
        Assert.Equal(401, (await GetAsync(server.WithToken("secret-3"), "/healthz")).Code);
    }

    [Fact]
    public void A_line_that_is_none_is_told_without_its_secret()
    {
        var fault = Assert.Throws<FormatException>(() => StaticToken.Parse("ok,jane,1\nsecret-1,jane\n"));
        Assert.Equal("Line 2 of the token file is not of the form token,user,uid[,\"group1,group2\"].", fault.Message);
        Assert.DoesNotContain("secret", new StaticToken("secret", Caller.Self).ToString(), StringComparison.Ordinal);
    }

    private static Task MakeAsync(SecureServer server, params (string Name, string Value)[] changes)
    {
        var content = new Dictionary<string, string>
        {
            ["token-id"] = "abcdef",
            ["token-secret"] = "0123456789abcdef",
            ["usage-bootstrap-authentication"] = "true",
        };
        foreach (var (name, value) in changes)
        {
            content[name] = value;
        }

        var members = content.Select(p => $"\"{p.Key}\":\"{Convert.ToBase64String(Encoding.UTF8.GetBytes(p.Value))}\"");
        return server.MakeAsync(
            "/api/v1/namespaces/kube-system/secrets",
            """{"metadata":{"name":"bootstrap-token-abcdef"},"type":"bootstrap.kubernetes.io/token","data":{""" + string.Join(',', members) + "}}");
    }
}
